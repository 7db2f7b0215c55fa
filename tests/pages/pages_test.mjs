// Every page of the portal, in both languages, as a browser and a reader meet it.
//
// No fault of HTML, none of WCAG 2.2 AA, no breach of its policy, nothing from another host, no
// cookie, the same text without script, within its size, 360 pixels wide without a sideways scroll,
// and whole on paper. What is typed into the search box stands nowhere. An argument names the pages
// to look at: pages_test.mjs subject

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

import { all_pages, browser_path, has_browser, open, Register } from "./register.mjs";

if (!has_browser) {
    console.log("no browser, or web/node_modules without it: tools/setup.sh web && tools/web.sh test");
    process.exit(77);
}

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const kib = 1024;
const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "long-title": "off", "no-trailing-whitespace": "off" },
});
const faults = [];
const expect = (holds, words) => { if (!holds) faults.push(words); };

// One page needs a script, which seals what is typed on it: of our own, from our own files.
const scripts = /<script type="module" src="\/assets\/[0-9a-f]+\/[a-z_]+\.js"><\/script>/gi;

function expect_size(html, where, scripted) {
    const size = gzipSync(html, { level: 9 }).length;
    expect(size <= 30 * kib, `${where}: ${size} bytes of HTML, compressed`);
    const others = scripted ? html.replace(scripts, "") : html;
    expect(!/<script/i.test(others), `${where}: holds a script`);
    expect(!/ style="/.test(html), `${where}: holds a style of its own`);
}

function expect_headers(response, where) {
    const headers = response.headers();
    const policy = headers["content-security-policy"] ?? "";
    for (const part of ["default-src 'none'", "style-src 'self'", "form-action 'self'",
                        "frame-ancestors 'none'", "base-uri 'none'"]) {
        expect(policy.includes(part), `${where}: the policy lacks ${part}`);
    }
    expect(!policy.includes("unsafe"), `${where}: the policy lets something unsafe through`);
    expect(!("set-cookie" in headers), `${where}: sets a cookie`);
    const age = /max-age=(\d+)/.exec(headers["cache-control"] ?? "");
    expect(headers["cache-control"] === "no-cache" || (age !== null && Number(age[1]) <= 3600),
           `${where}: may be kept too long: ${headers["cache-control"]}`);
}

async function expect_valid(html, where) {
    const report = await validator.validateString(html);
    for (const message of report.results.flatMap((result) => result.messages)) {
        faults.push(`${where}:${message.line}: ${message.ruleId}: ${message.message}`);
    }
}

async function expect_accessible(page, where) {
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }));
    for (const violation of found.violations) {
        faults.push(`${where}: axe ${violation.id}: ${violation.nodes[0].html.slice(0, 120)}`);
    }
}

async function expect_narrow(page, where) {
    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
    expect(wide <= 360, `${where}: ${wide} pixels wide on a screen of 360`);
}

// A4 has 794 pixels: every row and cell is there, and none is cut off at the right.
async function expect_printed(page, where) {
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: "print" });
    const lost = await page.evaluate(() => [...document.querySelectorAll("main .row, main tr, main dd")]
        .filter((row) => {
            const box = row.getBoundingClientRect();
            return box.height === 0 || box.right > 795;
        }).length);
    expect(lost === 0, `${where}: ${lost} rows are not whole on paper`);
    await page.emulateMedia({ media: "screen" });
}

class Reader {
    constructor(browser, register) {
        this.browser = browser;
        this.register = register;
    }

    async context(options) {
        const context = await this.browser.newContext({ locale: "zh-CN", ...options });
        const page = await context.newPage();
        page.setDefaultTimeout(120_000); // beside other tests, too
        page.on("request", (request) => {
            expect(request.url().startsWith(this.register.address), `asks ${request.url()}`);
        });
        page.on("console", (message) => {
            expect(!/Content Security Policy/.test(message.text()), `breach: ${message.text()}`);
        });
        return page;
    }

    async read(each, prefix) {
        const where = `${prefix}${each.path} (${each.name})`;
        const page = (this.page ??= await this.context({}));
        await page.setViewportSize({ width: 1280, height: 900 });
        const response = await open(page, this.register, each, prefix);
        expect(response.status() === (each.status ?? 200), `${where}: ${response.status()}`);
        const html = await response.text();
        expect_size(html, where, each.scripted);
        expect_headers(response, where);
        await expect_valid(html, where);
        await expect_accessible(page, where);
        if (each.typed) expect(!html.includes(each.typed), `${where}: repeats what was typed`);
        const text = await page.innerText("body");
        await expect_narrow(page, where);
        await expect_printed(page, where);
        const plain = (this.plain ??= await this.context({ javaScriptEnabled: false }));
        await open(plain, this.register, each, prefix);
        expect(await plain.innerText("body") === text, `${where}: other text without script`);
    }

    // The ways between the variants keep the page.
    async change_variants() {
        const page = await this.context({});
        await page.goto(`${this.register.address}/lists/samr_serious`);
        await page.click(".variants a[lang=en]");
        expect(page.url().endsWith("/en/lists/samr_serious"), `English leads to ${page.url()}`);
        await page.click(".variants li:last-child a");
        expect(page.url().endsWith("/en/large/lists/samr_serious"), `large leads to ${page.url()}`);
        const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
        expect(parseFloat(size) >= 20, `large type is ${size}`);
        await expect_narrow(page, "/en/large/lists/samr_serious");
        await page.click(".brand");
        expect(page.url().endsWith("/en/large/"), `the way home leads to ${page.url()}`);
        await page.context().close();
    }

    // By keyboard alone: past the menu, into the box, to the subject.
    async search_by_keyboard() {
        const page = await this.context({});
        await page.goto(`${this.register.address}/`);
        await page.keyboard.press("Tab");
        const first = await page.evaluate(() => document.activeElement.className);
        expect(first === "skip", "the first stop is not the way to the content");
        for (let stops = 0; stops < 40; ++stops) {
            if (await page.evaluate(() => document.activeElement.id === "text")) break;
            await page.keyboard.press("Tab");
        }
        await page.keyboard.type(this.register.listed_code());
        await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
        expect(/\/subjects\/[0-9a-f]{32}$/.test(page.url()), `the box leads to ${page.url()}`);
        const code = this.register.listed_code();
        const links = await page.evaluate(() => [...document.links].map((link) => link.href));
        expect(!links.some((link) => link.includes(code)), "the code stands in an address");
        await page.context().close();
    }
}

async function expect_manners(register) {
    const head = await register.ask("/lists", { method: "HEAD" });
    expect(head.status === 200 && Number(head.headers.get("content-length")) > 1000, "HEAD /lists");
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(await (await register.ask("/")).text())[1];
    const css = await register.ask(style);
    expect(css.headers.get("cache-control").includes("immutable"), "the style is not kept");
    const size = gzipSync(await css.text(), { level: 9 }).length;
    expect(size <= 10 * kib, `${size} bytes of CSS, compressed`);
    let script = 0;
    for (const name of ["tips.js", "tip_box.js"]) {
        const source = await register.ask(`/assets/0/${name}`);
        expect(source.headers.get("content-type").startsWith("text/javascript"), `${name}: its type`);
        script += gzipSync(await source.text(), { level: 9 }).length;
    }
    expect(script <= 15 * kib, `${script} bytes of script, compressed`);
    expect((await register.ask("/lists?x=1")).status === 400, "an unknown parameter is taken");
    const unknown = await register.ask("/v1/nothing", { headers: { accept: "text/html" } });
    expect(unknown.headers.get("content-type").includes("json"), "the interface answers by a page");
    const typed = "37999919850717101X";
    for (const text of [typed, "张三丰", "x".repeat(5000), "<script>alert(1)</script>", "%00", "' OR 1=1"]) {
        const answer = await register.search(text);
        expect(answer.status < 500, `${answer.status} for ${text.slice(0, 20)}`);
        expect(!(await answer.text()).includes(text), `${text.slice(0, 20)} stands in the answer`);
    }
    expect(!register.output.includes(typed), "what was typed stands in the server's output");
    const csv = await (await register.ask("/data/penalties.csv")).text();
    expect(csv.split("\r\n").length > 100, "the whole file of penalties is short");
}

const register = await Register.start();
const browser = await chromium.launch({ executablePath: browser_path, args: ["--no-sandbox"] });
try {
    const reader = new Reader(browser, register);
    const only = process.argv[2] ?? "";
    const pages = (await all_pages(register)).filter(({ name }) => name.startsWith(only));
    for (const each of pages) {
        for (const prefix of ["", "/en"]) await reader.read(each, prefix);
    }
    await reader.change_variants();
    await reader.search_by_keyboard();
    await expect_manners(register);
    console.log(faults.join("\n") || `pages: ${pages.length} in two languages, no fault`);
} finally {
    await browser.close();
    await register.stop();
}
process.exit(faults.length > 0 ? 1 : 0);
