/** Goes on from an earlier address of an article to the one it has now, to the same paragraph. */
const link = document.querySelector<HTMLAnchorElement>('[data-moved]');
if (link) location.replace(link.href + location.hash);
