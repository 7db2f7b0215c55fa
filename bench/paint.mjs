// When a page is first painted on a telephone: paint.mjs ADDRESS PATH…  prints "PATH seconds" for each.
//
// 412 pixels wide, 1.6 Mbit/s, 150 ms to and fro, a processor four times slower, nothing in the cache; the median of five.

import { createRequire } from "node:module";

import { browser_path } from "../tests/pages/register.mjs";

const require = createRequire(new URL("../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const [address, ...paths] = process.argv.slice(2);
const slow_4g = {
    offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8,
};

async function painted_after(browser, path) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 }, isMobile: true });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send("Network.enable");
    await wire.send("Network.setCacheDisabled", { cacheDisabled: true });
    await wire.send("Network.emulateNetworkConditions", slow_4g);
    await wire.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(address + path, { waitUntil: "load" });
    const paint = await page.waitForFunction(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    const milliseconds = await paint.jsonValue();
    await context.close();
    return milliseconds / 1000;
}

const browser = await chromium.launch({ executablePath: browser_path, args: ["--no-sandbox"] });
try {
    for (const path of paths) {
        const times = [];
        for (let round = 0; round < 5; ++round) times.push(await painted_after(browser, path));
        times.sort((one, other) => one - other);
        console.log(`${path} ${times[2].toFixed(2)}`);
    }
} finally {
    await browser.close();
}
