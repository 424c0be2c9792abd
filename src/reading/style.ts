/** Styles of what is loaded when it is asked for: linked only then, so that no page waits for them. */

/** Links a style sheet; settles when it applies, or cannot be had. */
export function linkStyle(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
