/** Starts the service worker when the page has been shown, and lets it keep the page that was open before it. */
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  addEventListener('load', async () => {
    const { serviceWorker } = navigator;
    const first = serviceWorker.controller === null;
    try {
      await serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/*$/, '/')}sw.js`);
      const { active } = await serviceWorker.ready;
      if (first) active?.postMessage([location.href]);
    } catch {
      // Without it the site reads as well, only not offline.
    }
  });
}
