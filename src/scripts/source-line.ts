/** A link to a line of a long source, made by hand, finds the page of the source that shows the line. */
const dump = document.querySelector<HTMLElement>('[data-page-size]');

function goToLine(): void {
  const { address = '', pageSize, lines } = dump?.dataset ?? {};
  const line = Number(/^#L(\d+)$/.exec(location.hash)?.[1]);
  if (!line || line > Number(lines) || document.getElementById(`L${line}`)) return;
  const page = Math.ceil(line / Number(pageSize));
  location.replace(`${address}${page === 1 ? '' : `page/${page}/`}#L${line}`);
}

goToLine();
addEventListener('hashchange', goToLine);
