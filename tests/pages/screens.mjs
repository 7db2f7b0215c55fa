// Pictures of every page, in both languages, wide and narrow, with a manifest: make screens.

import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

import { all_pages, browser_path, open, Register } from "./register.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const folder = process.argv[2] ?? "build/screens";
const only = process.argv[3];
const variants = [
    { language: "zh", prefix: "", width: 1280 },
    { language: "zh", prefix: "", width: 360 },
    { language: "en", prefix: "/en", width: 1280 },
    { language: "zh-large", prefix: "/large", width: 1280 },
];

mkdirSync(folder, { recursive: true });
const register = await Register.start();
const browser = await chromium.launch({ executablePath: browser_path, args: ["--no-sandbox"] });
const manifest = [];
try {
    for (const each of await all_pages(register)) {
        if (only && !each.name.startsWith(only)) continue;
        for (const { language, prefix, width } of variants) {
            const page = await browser.newPage({ viewport: { width, height: 900 } });
            await open(page, register, each, prefix);
            const file = `${each.name}-${language}-${width}.png`;
            await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
            manifest.push({ page: each.name, language, width, file });
            await page.close();
        }
    }
} finally {
    await browser.close();
    await register.stop();
}
writeFileSync(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 1)}\n`);
console.log(`${manifest.length} pictures in ${folder}`);
