// A demonstration store, served for the pages' tests and pictures; and the pages that there are.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";

const program = process.env.XINHENG ?? "build/xinheng";
const store = "build/pages/register.db";
export const browser_path = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const has_browser = existsSync(browser_path) &&
    existsSync(new URL("../../web/node_modules/playwright-core", import.meta.url));

function free_port() {
    return new Promise((resolve) => {
        const probe = createServer().listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

function make_store() {
    if (existsSync(store) && statSync(store).mtimeMs > statSync(program).mtimeMs) return;
    const folder = store.slice(0, store.lastIndexOf("/"));
    rmSync(folder, { recursive: true, force: true });
    if (process.env.XINHENG_DEMONSTRATION) {
        cpSync(process.env.XINHENG_DEMONSTRATION, folder, { recursive: true });
        return;
    }
    mkdirSync(folder, { recursive: true });
    const made = spawnSync(program, ["init", "--store", store, "--demo"], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`no store was made: ${made.stdout}${made.stderr}`);
}

export class Register {
    static async start() {
        make_store();
        const register = new Register();
        const port = await free_port();
        register.address = `http://127.0.0.1:${port}`;
        register.output = "";
        register.server = spawn(program, ["serve", "--store", store, "--listen", `127.0.0.1:${port}`,
                                          "--welcome"]);
        const keep = (text) => { register.output += text; };
        register.server.stdout.on("data", keep);
        register.server.stderr.on("data", keep);
        for (let tries = 0; tries < 600; ++tries) {
            if (register.server.exitCode !== null) break;
            if (register.output.includes("/v1/checks")) return register;
            await new Promise((resolve) => { setTimeout(resolve, 100); });
        }
        throw new Error(`the server did not start: ${register.output}`);
    }

    async stop() {
        const ended = new Promise((resolve) => { this.server.on("exit", resolve); });
        this.server.kill("SIGTERM");
        await ended;
    }

    ask(path, options = {}) {
        return fetch(this.address + path, { redirect: "manual", ...options });
    }

    search(text, prefix = "") {
        return this.ask(`${prefix}/search`, {
            method: "POST", body: new URLSearchParams({ text }),
        });
    }

    // An organisation that is on a list: the one that the welcome offers to try.
    listed_code() {
        return /"identifier":"([0-9A-Z]{18})"/.exec(this.output)[1];
    }

    // That somebody takes tips: with the key of the vector, whose secret is nobody's secret.
    async take_tips() {
        const lines = readFileSync(`${store}.tokens`, "utf8").split("\n");
        const token = lines.find((line) => line.startsWith("officer JN-SAMR ")).split(" ")[3];
        const vector = JSON.parse(readFileSync("tests/data/tips/box.json", "utf8"));
        const { point } = JSON.parse(vector.key_file);
        const through_on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
        await this.ask("/v1/tips/keys", {
            method: "POST", body: JSON.stringify({ point, through_on }),
            headers: { "Authorization": `Bearer ${token}`, "Content-Type": "application/json",
                       "Idempotency-Key": "key-of-the-pages" },
        });
    }

    async first_link(path, start) {
        const html = await (await this.ask(path)).text();
        return new RegExp(`href="(${start}[^"]+)"`).exec(html)[1];
    }
}

export function example_subject() {
    return readFileSync("examples/subject.txt", "utf8").trim().split(/\s+/);
}

// Name → path in Chinese. A page that a form leads to has the text that is typed.
export async function all_pages(register) {
    await register.take_tips();
    const listed = (await register.search(register.listed_code())).headers.get("location");
    const [code] = example_subject();
    const example = (await register.search(code)).headers.get("location");
    const record = await register.first_link("/publicity/penalties", "/records/");
    return [
        { name: "home", path: "/" },
        { name: "search", path: "/search" },
        { name: "results-none", path: "/search", typed: "没有这样的公司" },
        { name: "results-person", path: "/search", typed: "37999919850717101X" },
        { name: "results-number", path: "/search", typed: "913799000000000000" },
        { name: "subject-listed", path: listed },
        { name: "subject", path: example ?? listed },
        { name: "permits", path: "/publicity/permits" },
        { name: "penalties", path: "/publicity/penalties" },
        { name: "penalties-filtered", path: "/publicity/penalties?authority=JN-SAMR&from=2026年1月1日" },
        { name: "commitments", path: "/publicity/commitments" },
        { name: "record", path: record },
        { name: "listing", path: await register.first_link(listed, "/listings/") },
        { name: "lists", path: "/lists" },
        { name: "standard", path: "/lists/samr_serious" },
        { name: "standard-courts", path: "/lists/court_defaulter" },
        { name: "measures", path: "/measures" },
        ...["a", "b", "c", "p", "i", "off"].map((group) => (
            { name: `measures-${group}`, path: `/measures/${group}` })),
        { name: "law", path: "/law" },
        { name: "periods", path: "/law/periods" },
        { name: "figures", path: "/figures" },
        { name: "regions", path: "/figures/regions" },
        { name: "industries", path: "/figures/industries" },
        { name: "guides", path: "/guides" },
        { name: "tour", path: "/tour" },
        { name: "tips", path: "/tips", scripted: true },
        { name: "tips-none", path: "/tips?domain=tax&region=370100" },
        { name: "tips-form", path: "/tips?domain=product_food_safety&region=370100", scripted: true },
        { name: "tips-status", path: "/tips/status" },
        { name: "data", path: "/data" },
        { name: "about", path: "/about" },
        { name: "not-found", path: "/no/such/page", status: 404 },
        { name: "not-understood", path: "/publicity/permits?cursor=x", status: 400 },
    ];
}

// As a reader comes to it: by its address, or by typing.
export async function open(page, register, each, prefix = "") {
    const response = await page.goto(register.address + prefix + each.path,
                                     { waitUntil: "load", timeout: 60000 });
    if (!each.typed) return response;
    await page.fill("#text", each.typed);
    const [answer] = await Promise.all([page.waitForNavigation(), page.press("#text", "Enter")]);
    return answer;
}
