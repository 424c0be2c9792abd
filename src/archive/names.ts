/** The entries of indexes, in the order of a script, with what each tells about itself. */
import { sortedBy } from '../text/collate.ts';
import type { Voice } from '../voice.ts';
import type { Archive, Written } from './model.ts';

/** An entry of an index. */
export interface Name {
  name: Written;
  href: string;
  /** Articles under it. */
  count: number;
  /** More about it, in the page's script. */
  note?: string | undefined;
}

/** At most so many names stand in a note. */
const noted = 3;

function note(names: readonly Written[], { show, t }: Voice): string | undefined {
  if (names.length === 0) return undefined;
  const rest = names.length > noted ? t(` 等${names.length}項`) : '';
  return names.slice(0, noted).map(show).join('、') + rest;
}

/** Authors; those without a name come last. */
export function authorNames({ people }: Archive, voice: Voice): Name[] {
  const sorted = sortedBy(voice.script, people, ({ name }) => voice.show(name));
  return [
    ...sorted.filter(({ anonymous }) => !anonymous),
    ...sorted.filter(({ anonymous }) => anonymous),
  ].map(({ slug, name, articles, roles, anonymous }) => ({
    name,
    href: voice.to(`/authors/${slug}/`),
    count: articles.length,
    note: anonymous
      ? voice.t('原文沒有署名的文章')
      : note(
          roles.map((role) => role.name),
          voice,
        ),
  }));
}

/** Roles, each with the people who signed with it. */
export function roleNames({ roles }: Archive, voice: Voice): Name[] {
  return sortedBy(voice.script, roles, ({ name }) => voice.show(name)).map(
    ({ slug, name, articles, people }) => ({
      name,
      href: voice.to(`/roles/${slug}/`),
      count: articles.length,
      note: note(
        people.map((person) => person.name),
        voice,
      ),
    }),
  );
}

/** Series. */
export function seriesNames({ series }: Archive, voice: Voice): Name[] {
  return sortedBy(voice.script, series, ({ name }) => voice.show(name)).map(({ slug, name, articles }) => ({
    name,
    href: voice.to(`/series/${slug}/`),
    count: articles.length,
  }));
}

/** Topics, in the order of their file. */
export function topicNames({ topics }: Archive, voice: Voice): Name[] {
  return topics.map(({ topic, articles }) => ({
    name: { text: topic.label, lang: 'zh-Hant' },
    href: voice.to(`/topics/${topic.id}/`),
    count: articles.length,
  }));
}

/** Sources, in the order of their names. */
export function sourceNames({ sources }: Archive, voice: Voice): Name[] {
  return sources.map(({ slug, file, lang, lineCount, encoding, articles }) => ({
    name: { text: file, lang },
    href: voice.to(`/sources/${slug}/`),
    count: articles.length,
    note: voice.t(`${lineCount} 行，${encoding.toUpperCase()}`),
  }));
}

/** Names with the most articles first, otherwise in the order of their index. */
export function mostWritten(names: readonly Name[]): Name[] {
  return names.toSorted((a, b) => b.count - a.count);
}
