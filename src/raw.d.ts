/** Files whose text is imported. */
declare module '*?raw' {
  const text: string;
  export default text;
}
