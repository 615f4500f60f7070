// Ticks go to the tray at once, so that they survive paging, Back and new searches.
const base = document.documentElement.dataset.base ?? "";
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const say = (detail) => dispatchEvent(new CustomEvent("say", { detail }));
const [LEAST, MOST] = [2, 4];

const key = (issue) => `${issue.determination}:${issue.issue}`;

// Visitors who may not change anything keep their selection in this tab, and it goes along in addresses.
const here = $("#picks")?.dataset.tray === "here";
const read = () => JSON.parse(sessionStorage.getItem("tray") ?? "[]");

function keep(path, fields) {
  const others = path === "/tray/clear" ? [] : read().filter((one) => one !== fields?.i);
  const keys = fields && path === "/tray" ? [...others, fields.i] : fields ? others : read();
  sessionStorage.setItem("tray", JSON.stringify(keys));
  return keys;
}

async function ask(path, fields) {
  if (here) return show(keep(path, fields));
  const body = fields && new URLSearchParams({ ...fields, back: "/tray.json" });
  const answer = await fetch(base + path, fields ? { method: "POST", body } : {});
  if (!answer.ok) throw new Error(answer.statusText);
  show((await answer.json()).issues.map(key));
}

function show(keys) {
  const bar = $(".tray-bar");
  if (!bar) return;
  bar.hidden = !keys.length;
  $(".n", bar).textContent = keys.length;
  if (here) $("a.button", bar).href = `${base}/tray?${new URLSearchParams(keys.map((value) => ["i", value]))}`;
  const compare = $("form[method=get]", bar);
  compare.hidden = keys.length < LEAST || keys.length > MOST;
  $$("input", compare).forEach((field) => field.remove());
  compare.prepend(...keys.map((value) => Object.assign(document.createElement("input"), { type: "hidden", name: "i", value })));
  $$(".pick input").forEach((pick) => (pick.checked = keys.includes(pick.value)));
}

export function watch() {
  $$(".pick input").forEach(
    (pick) =>
      (pick.onchange = async () => {
        try {
          await ask(pick.checked ? "/tray" : "/tray/remove", { i: pick.value });
          say(`${$(".tray-bar .n").textContent} selected`);
        } catch {
          pick.checked = !pick.checked;
          say("The selection could not be saved");
        }
      }),
  );
  const bar = $(".tray-bar form[method=post]");
  if (bar)
    bar.onsubmit = (event) => {
      event.preventDefault();
      ask("/tray/clear", {}).then(() => say("Nothing selected"));
    };
}

if (here) show(read());

// What the browser shows again on Back may be older than the tray.
const again = () => ask("/tray.json").catch(() => {});
addEventListener("pageshow", (event) => event.persisted && again());
if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") again();
