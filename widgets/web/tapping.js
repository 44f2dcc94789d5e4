// @ts-check
/** @file Goes on from a screen with the answer that is tapped, or chosen by Enter or the space bar; arrows only move among answers. */

/**
 * @param {HTMLFormElement} form
 * @param {import("./views.js").Views} views
 * @param {AbortSignal} signal ends it
 */
export function goOnByTaps(form, views, signal) {
  let key = "";

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    key = event.key;
    const field = event.target;
    if (!asks() || !(field instanceof HTMLInputElement)) return;
    const again = key === " " && field.type === "radio" && field.checked; // of which browsers make no click
    if (key !== "Enter" && !again) return;
    event.preventDefault();
    if (!again && (field.type === "radio" || field.type === "checkbox")) field.click();
    else views.on();
  }

  /** @param {Event} event of which browsers send one for an answer that an arrow has reached, too */
  function clicked({ target }) {
    const moved = key.startsWith("Arrow");
    key = "";
    if (moved || !asks() || !(target instanceof HTMLInputElement)) return;
    if (target.type === "radio" || (target.hasAttribute("data-unsure") && target.checked)) setTimeout(() => views.on()); // once it counts
  }

  function asks() {
    return views.view === "start" || views.view === "question";
  }

  form.addEventListener("keydown", pressed, { signal });
  form.addEventListener("pointerdown", () => (key = ""), { signal });
  form.addEventListener("click", clicked, { signal });
}
