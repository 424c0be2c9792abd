/**
 * Sets the colours a reader has chosen before anything is painted. It stands in the head of each page as it is here;
 * the content security policy admits it by its hash.
 */
export const themeScript =
  "try{var t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}";
