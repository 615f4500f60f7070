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
    to.setAttribute("aria-label", label + " marked word");
    box.append(" ", to);
  }),
);
