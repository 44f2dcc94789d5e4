// @ts-check
/** @file Keeps the cards behind the marks aside until one is pressed, or the page printed: the theme goes over every link as it starts. */
{
  const cards = document.querySelectorAll(".card-source");
  const home = cards[0]?.parentElement;
  const aside = document.createDocumentFragment();
  aside.append(...cards);
  const pressed = (/** @type {Event} */ { target }) =>
    target instanceof Element && target.closest("[popovertarget]") && home?.append(aside);
  document.addEventListener("click", pressed, true);
  addEventListener("beforeprint", () => home?.append(aside));
}
