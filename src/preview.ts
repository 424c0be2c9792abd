/**
 * The framework's preview answers an address without its last slash with a page of its own, in English. Hosts lead on from
 * there, and so does the preview with this.
 */
import type { AstroIntegration } from 'astro';

/** The integration that does so. */
export function previewAsHosted(): AstroIntegration {
  return {
    name: 'preview-as-hosted',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'preview') updateConfig({ trailingSlash: 'ignore' });
      },
    },
  };
}
