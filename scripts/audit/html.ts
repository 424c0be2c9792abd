/** Checks built pages against the HTML standard. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Safari takes lists without marks for no lists, unless they say so.
    'no-redundant-role': 'off',
    // No native element lets a reader type freely and choose from suggestions that show how many articles there are.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
  },
});

/** The files of all pages of a built site. */
export function pageFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort();
}

/** What is wrong with the pages of a built site. */
export async function htmlErrors(folder: string): Promise<string[]> {
  const errors: string[] = [];
  for (const file of pageFiles(folder)) {
    const { results } = await validator.validateFile(path.join(folder, file));
    for (const { messages } of results) {
      for (const { line, column, ruleId, message } of messages) {
        errors.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return errors;
}
