// @ts-check
/** @file Gives a page the marks that the theme gives it as it starts, when all styles are worked out anew for them. */
document.documentElement.className = "js js-focus-visible";
document.documentElement.dataset.jsFocusVisible = "";
document.body.dataset.mdColorSwitching = "";
