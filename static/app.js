// Everything works without these modules; they only make it quicker. This one is for every page.
const base = document.documentElement.dataset.base ?? "";
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

// Others say something by an event; it is heard once it has stood for half a second.
let saying;
addEventListener("say", ({ detail }) => {
  clearTimeout(saying);
  saying = setTimeout(() => ($("#live").textContent = detail), 500);
});

// --- Keys ---
const go = (selector) => $(selector)?.click();
function move(by) {
  const links = $$("a.open");
  const now = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, now < 0 ? 0 : now + by))]?.focus();
}
const keys = {
  "/": () => {
    $("#q")?.focus();
    $("#q")?.select();
  },
  j: () => move(1),
  k: () => move(-1),
  "[": () => go('.trail [rel~="prev"]'),
  "]": () => go('.trail [rel~="next"]'),
  n: () => go("[data-marks] .next"),
  p: () => go("[data-marks] .prev"),
  c: () => {
    const middle = innerHeight / 2;
    const inView = $$("section.issue").findLast((issue) => issue.getBoundingClientRect().top < middle);
    $(".citations .copy", inView ?? $("main"))?.click();
  },
  "?": async () => (await import("./keys.js")).show(base + "/help"),
};
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches("#q:not([role])")) event.target.blur();
  const busy = event.target.closest("input, textarea, select, dialog, [contenteditable]");
  if (busy || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off" || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

// Completions come with the first visit to a search box.
document.addEventListener("focusin", async ({ target }) => {
  if (target.matches("#q[type=search]:not([role])")) (await import("./complete.js")).complete(target);
});
