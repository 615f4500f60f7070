// Results change without a full reload; a facet's full list opens in front of them.
const base = document.documentElement.dataset.base ?? "";
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const say = (detail) => dispatchEvent(new CustomEvent("say", { detail }));

let shown = location.pathname + location.search;
let asked;
const swappable = (url) => url.origin === location.origin && url.pathname === base + "/search" && $(".results-page");
const keepPlace = () => history.replaceState({ ...history.state, top: scrollY }, "");

const go = (url) => show(url, true).then(() => $("#results")?.focus({ preventScroll: true }));

async function show(url, push) {
  asked?.abort();
  asked = new AbortController();
  const main = $("main");
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!$(".results-page", page)) return location.assign(url);
    const open = new Map($$("details[data-facet]").map((d) => [d.dataset.facet, d.open]));
    const { open: folded, scrollTop } = $(".fold");
    main.replaceChildren(...$("main", page).childNodes);
    document.title = page.title;
    $$("link[rel=canonical], link[rel=alternate]").forEach((link) => link.remove());
    document.head.append(...$$("link[rel=canonical], link[rel=alternate]", page));
    $$("details[data-facet]").forEach((d) => (d.open = open.get(d.dataset.facet) || d.open));
    $(".fold").open = folded;
    $(".fold").scrollTop = scrollTop;
    if (push) {
      keepPlace();
      history.scrollRestoration = "manual";
      history.pushState({}, "", answer.url);
    }
    shown = location.pathname + location.search;
    dress();
    say($("h1").textContent.trim().replace(/\s+/g, " "));
  } catch (error) {
    if (error.name === "AbortError") return;
    const notice = $(".gone-away") ?? Object.assign(document.createElement("p"), { className: "note gone-away" });
    notice.setAttribute("role", "alert");
    notice.textContent = "The server did not answer. Your search is kept.";
    $(".summary").append(notice);
  } finally {
    main.removeAttribute("aria-busy");
  }
}

// On a narrow screen the open filters cover the page.
const sheet = () => Boolean($(".fold[open]")) && getComputedStyle($(".fold")).position === "fixed";
const cover = () => $$(".masthead, .query, .found, .colophon").forEach((part) => (part.inert = sheet()));
function closeSheet() {
  $(".fold").open = false;
  cover();
  $("#results").focus();
}
addEventListener("keydown", (event) => event.key === "Escape" && sheet() && closeSheet());

const plain = (event) => event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
const filled = ({ target, submitter }) =>
  new URLSearchParams([...new FormData(target, submitter)].filter(([, value]) => value !== ""));
const place = (link) => [link.closest("[data-facet]")?.dataset.facet, link.firstChild?.textContent.trim()];

document.addEventListener("click", async (event) => {
  const link = event.target.closest("main a[href]");
  if (!link || plain(event)) return;
  if (link.matches(".show")) {
    event.preventDefault();
    return closeSheet();
  }
  const url = new URL(link.href.baseVal ?? link.href, location.href);
  if (link.matches(".facet .all")) {
    event.preventDefault();
    return import("./facets.js").then(({ list }) => list(link, go)).catch(() => location.assign(url));
  }
  if (!swappable(url) || url.hash) return;
  event.preventDefault();
  const [facet, text] = place(link);
  await show(url.pathname + url.search, true);
  const scope = facet ? $(`[data-facet="${CSS.escape(facet)}"]`) : null;
  const same = scope && $$(".values a", scope).find((a) => place(a)[1] === text);
  if (same) return same.focus({ preventScroll: true });
  if (sheet()) return $(".fold > summary").focus({ preventScroll: true });
  $("#results").focus({ preventScroll: true });
  if (link.closest(".paging, .chips, .letters")) scrollTo(0, 0);
});

document.addEventListener(
  "toggle",
  ({ target }) => target.matches(".charts[open]") && import("./charts.js").then(({ draw }) => draw(target)),
  true,
);

document.addEventListener("submit", (event) => {
  const form = event.target;
  const url = new URL(form.action, location.href);
  if (form.method !== "get" || !swappable(url)) return;
  event.preventDefault();
  go(base + "/search?" + filled(event));
});

// --- Back, to the very place ---
addEventListener("scrollend", keepPlace);
addEventListener("popstate", async (event) => {
  if (location.pathname + location.search === shown) return;
  const top = event.state?.top ?? 0;
  await show(location.href, false);
  $("#results")?.focus({ preventScroll: true });
  scrollTo(0, top);
});
if (history.scrollRestoration === "manual") scrollTo(0, history.state?.top ?? 0);

// The last searches stay in this browser, unless the user turned that off.
function remember() {
  const text = $(".results-page #q").value.trim();
  if (!text || localStorage.getItem("remember") === "off") return;
  const url = location.pathname + location.search;
  const seen = { url, text, found: $("h1").textContent.match(/[\d,]+ \w+/)[0], on: new Date().toISOString() };
  const past = JSON.parse(localStorage.getItem("past") ?? "[]").filter((p) => p.url !== url);
  localStorage.setItem("past", JSON.stringify([seen, ...past].slice(0, 50)));
}

function dress() {
  remember();
  if ($("#picks[data-tray]")) import("./tray.js").then(({ watch }) => watch());
  cover();
  $(".fold").addEventListener("toggle", cover);
}
dress();
