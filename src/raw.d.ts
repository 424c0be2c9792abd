/** Files whose text is imported. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** Files whose address is imported. */
declare module '*?url' {
  const href: string;
  export default href;
}
