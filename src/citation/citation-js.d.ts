/** The parts of citation-js that are used here; it comes without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: unknown);
    format(format: string, options?: Record<string, unknown>): string;
  }
  export const plugins: {
    config: {
      get(plugin: '@csl'): { styles: { add(name: string, style: string): void; has(name: string): boolean } };
      get(plugin: '@bibtex'): { format: { useIdAsLabel: boolean; asciiOnly: boolean } };
    };
  };
}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
