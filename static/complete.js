// Completions while typing, and in an empty box the last searches of this device.
const base = document.documentElement.dataset.base ?? "";
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const past = () => JSON.parse(localStorage.getItem("past") ?? "[]");

export function complete(input) {
  if (input.role) return;
  input.removeAttribute("list");
  const list = make("ul", { className: "suggestions", id: "suggestions", role: "listbox", hidden: true });
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": "suggestions",
    "aria-expanded": "false",
  }))
    input.setAttribute(name, value);
  let waiting,
    at = -1;
  const mark = (next) => {
    at = next;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === at));
    at < 0 ? input.removeAttribute("aria-activedescendant") : input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const close = () => {
    clearTimeout(waiting);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const take = ({ dataset }) => {
    close();
    if (dataset.url) return location.assign(dataset.url);
    input.value = dataset.text;
    input.form.requestSubmit();
  };
  const offer = (offers) => {
    list.replaceChildren(
      ...offers.map(({ text, kind, url }, i) => {
        const item = make("li", { id: "suggestion-" + i, role: "option", textContent: text });
        Object.assign(item.dataset, url ? { text, url } : { text });
        item.append(make("span", { textContent: kind }));
        item.onmousedown = (event) => {
          event.preventDefault();
          take(item);
        };
        return item;
      }),
    );
    list.hidden = !offers.length || document.activeElement !== input;
    input.setAttribute("aria-expanded", !list.hidden);
    at = -1;
  };
  const search = async () => {
    const answer = await (await fetch(base + "/suggest.json?q=" + encodeURIComponent(input.value))).json();
    offer((answer.suggestions ?? []).map((s) => ({ text: s.text, kind: s.kind + (s.issues ? ` · ${s.issues}` : "") })));
  };
  const recall = () =>
    input.value ||
    offer(
      past()
        .slice(0, 8)
        .map((p) => ({ text: p.text, kind: p.found, url: p.url })),
    );
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (input.value.trim().length < 2 ? close() : search().catch(close)), 150);
  });
  if (input.value !== input.defaultValue) input.dispatchEvent(new Event("input"));
  input.addEventListener("click", recall);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape") count ? close() : input.blur();
    else if (count && event.key === "ArrowDown") mark((at + 1) % count);
    else if (count && event.key === "ArrowUp") mark((at - 1 + count) % count);
    else if (count && event.key === "Enter" && at >= 0) take(list.children[at]);
    else if (event.key === "ArrowDown" && !input.value) recall();
    else return;
    event.preventDefault();
  });
}
