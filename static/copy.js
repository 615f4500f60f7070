// Copy buttons beside a field or text: shown only where scripts run.
const say = (detail) => dispatchEvent(new CustomEvent("say", { detail }));

document.querySelectorAll("button[data-copy]").forEach((button) => {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.textContent = "Copied";
    } catch {
      source.select?.();
      button.textContent = "Selected: press Ctrl+C";
    }
    say(button.textContent);
  };
});

document.querySelectorAll("button[data-print]").forEach((button) => {
  button.hidden = false;
  button.onclick = () => print();
});
