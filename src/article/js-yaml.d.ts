/** The part of js-yaml that is used here; it brings no types of its own. */
declare module 'js-yaml' {
  interface TypeOptions {
    kind: 'scalar';
    resolve: (text: unknown) => boolean;
    construct: (text: string) => unknown;
  }
  export class Type {
    constructor(tag: string, options: TypeOptions);
  }
  interface Schema {
    extend(types: { implicit: Type[] }): Schema;
  }
  export const FAILSAFE_SCHEMA: Schema;
  export const types: { null: Type; bool: Type };
  /** @throws where the text is no valid YAML */
  export function load(text: string, options: { schema: Schema }): unknown;
}
