// Copying citations, and going from one marked word to the next.
const $$ = (selector) => [...document.querySelectorAll(selector)];
const say = (detail) => dispatchEvent(new CustomEvent("say", { detail }));
const button = (className, textContent, onclick) =>
  Object.assign(document.createElement("button"), { type: "button", className, textContent, onclick });

$$(".citations .plain, .citations pre").forEach((text) => {
  const copy = button("copy", "Copy", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      copy.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(text);
      copy.textContent = "Selected: press Ctrl+C";
    }
    say(copy.textContent);
  });
  text.after(copy);
});

let hit = -1;
function step(by) {
  const marks = $$('mark[id^="hit-"]');
  hit = (hit + by + marks.length) % marks.length;
  marks.forEach((m, i) => m.classList.toggle("now", i === hit));
  marks[hit].scrollIntoView({ block: "center" });
  say(`Marked word ${hit + 1} of ${marks.length}`);
}
$$("[data-marks]").forEach((box) =>
  [
    [-1, "prev", "Previous"],
    [1, "next", "Next"],
  ].forEach(([by, name, label]) => {
    const to = button(name, label, () => step(hit < 0 && by < 0 ? 0 : by));
    to.setAttribute("aria-label", label + " highlighted word");
    box.append(" ", to);
  }),
);

// --- The issue in view ---
const links = $$(".toc a");
const seen = new IntersectionObserver(
  (entries) =>
    entries
      .filter((e) => e.isIntersecting)
      .forEach(({ target }) =>
        links.forEach((l) =>
          l.hash === "#" + target.id ? l.setAttribute("aria-current", "true") : l.removeAttribute("aria-current"),
        ),
      ),
  { rootMargin: "-30% 0px -60%" },
);
$$(".body > section[id]").forEach((part) => seen.observe(part));

// --- Into the tray and out of it, without leaving the place ---
const base = document.documentElement.dataset.base ?? "";
$$("form.put").forEach((form) => {
  form.onsubmit = async (event) => {
    event.preventDefault();
    const [words] = form.querySelector("button").childNodes;
    const path = new URL(form.action).pathname;
    try {
      const body = new URLSearchParams({ i: form.elements.i.value, back: base + "/tray.json" });
      const answer = await fetch(path, { method: "POST", body });
      if (!answer.ok) throw new Error(answer.statusText);
      const { issues } = await answer.json();
      const kept = path === base + "/tray";
      form.action = base + (kept ? "/tray/remove" : "/tray");
      words.textContent = kept ? "Remove from tray " : "Add to tray ";
      link(issues.length);
      say(`${issues.length} in the tray`);
    } catch {
      form.submit();
    }
  };
});
function link(count) {
  const tray =
    document.querySelector(".tray-link") ??
    Object.assign(document.createElement("a"), { className: "tray-link", href: base + "/tray" });
  if (count) tray.textContent = `Tray (${count})`;
  if (!count) tray.remove();
  else if (!tray.isConnected) document.querySelector(".places [href$='/insights']").after(tray);
}

// --- A selected passage with its citation ---
const quote = button("quote", "Copy quote with citation", async () => {
  const issue = passage()?.closest("section.issue") ?? document.querySelector("#letter");
  const citation = issue.querySelector(".citations .plain").textContent;
  const words = getSelection().toString().trim().replace(/\s+/g, " ");
  try {
    await navigator.clipboard.writeText(`“${words}” ${citation}`);
    quote.textContent = "Copied";
  } catch {
    quote.textContent = "The browser does not allow copying";
  }
  say(quote.textContent);
});
quote.hidden = true;
document.querySelector("main").append(quote);
function passage() {
  const { rangeCount, isCollapsed, anchorNode, focusNode } = getSelection();
  if (!rangeCount || isCollapsed) return null;
  const text = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(".rationale, .summary-text");
  return text(anchorNode) && text(anchorNode) === text(focusNode) ? text(anchorNode) : null;
}
document.addEventListener("selectionchange", () => {
  quote.hidden = !passage();
  if (quote.hidden) return;
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  quote.textContent = "Copy quote with citation";
  quote.style.top = `${scrollY + box.bottom + 6}px`;
  quote.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 240))}px`;
});
