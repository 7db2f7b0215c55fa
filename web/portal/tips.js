// Telling of misconduct: what is typed is sealed on this page and leaves it sealed.

import { box_max, bytes_of, files_max, new_passphrase, seal_tip, upload_of } from "./tip_box.js";

const form = document.getElementById("tip");
const field = (name) => document.getElementById(`tip-${name}`);
const told = document.getElementById("tip-told");
const button = field("send");
let waiting = null; // what was sealed and has not arrived yet, with its key

function say(words, wrong) {
    told.textContent = words;
    told.className = wrong ? "fault" : "note";
}

const english = document.documentElement.lang === "en";
const hex = (size) => Array.from(crypto.getRandomValues(new Uint8Array(size)),
    (byte) => byte.toString(16).padStart(2, "0")).join("");

async function read_files() {
    const picked = [...field("files").files];
    const size = picked.reduce((sum, file) => sum + file.size, 0);
    if (picked.length > files_max || size > box_max - 128 * 1024) throw form.dataset.large;
    return Promise.all(picked.map(async (file) => (
        { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

async function seal() {
    if (!globalThis.crypto?.subtle) throw form.dataset.insecure;
    const text = field("text").value.trim();
    if (!text) throw form.dataset.empty;
    const office = field("office").selectedOptions[0];
    const head = { authority: office.value, domain: form.dataset.domain };
    const subject = field("subject").value.trim().toUpperCase();
    if (subject) head.subject_code = subject;
    const content = { ...head, text };
    for (const name of ["name", "contact"]) {
        if (field(name).value.trim()) content[name] = field(name).value.trim();
    }
    const point = bytes_of(office.dataset.point);
    const box = await seal_tip(point, content, await read_files());
    const passphrase = new_passphrase();
    return { key: hex(16), passphrase, body: upload_of({ ...head, passphrase }, box) };
}

async function send({ key, body }) {
    const answer = await fetch("/v1/tips", {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream", "Idempotency-Key": key },
        body,
        credentials: "omit",
    }).catch(() => null);
    if (!answer || answer.status === 503) throw form.dataset.away;
    const object = await answer.json().catch(() => ({}));
    if (answer.ok) return object;
    waiting = null;
    const ground = object.grounds?.[0];
    throw ground ? (english ? `${ground.en}: ${ground.next_en}` : `${ground.zh}：${ground.next_zh}`)
        : form.dataset.away;
}

function show(receipt, passphrase) {
    document.getElementById("tip-receipt").textContent = receipt;
    document.getElementById("tip-passphrase").textContent = passphrase.match(/.{1,4}/g).join("-");
    const done = document.getElementById("tip-done");
    done.hidden = false;
    form.hidden = true;
    done.focus();
}

button.addEventListener("click", async () => {
    button.disabled = true;
    say(form.dataset.sealing, false);
    try {
        waiting ??= await seal();
        const { receipt } = await send(waiting);
        show(receipt, waiting.passphrase);
        for (const each of form.querySelectorAll("input, textarea")) each.value = "";
        waiting = null;
    } catch (words) {
        say(typeof words === "string" ? words : form.dataset.away, true);
    }
    button.disabled = false;
});

// Changed after it was sealed: it is sealed anew.
form.addEventListener("input", () => { waiting = null; });
