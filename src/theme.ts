/**
 * Sets what a reader has chosen (colours, size of text, direction of lines) before anything is painted. It stands in
 * the head of each page as it is here; the content security policy admits it by its hash.
 */
export const themeScript =
  "try{for(var k of['theme','size','writing']){var v=localStorage.getItem(k);if(v)document.documentElement.dataset[k]=v}}catch{}";
