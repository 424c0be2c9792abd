import type { APIRoute } from 'astro';
import { archive } from '../archive/archive.ts';
import { site as name, pathTo } from '../site.ts';

/** What programs that read for people should know: what is here, in which forms, and how to cite it. */
export const GET: APIRoute = async ({ site }) => {
  const { articles, people, topics, sources } = await archive();
  const link = (title: string, address: string, about: string) =>
    `- [${title}](${new URL(pathTo('zh-Hant', address), site).href}): ${about}`;
  const text = [
    `# ${name.name} ${name.latinName}`,
    `> ${name.description}`,
    `${articles.length} 篇評論，${people.length} 位作者，${topics.length} 個主題，還原自 ${sources.length} 份報章文字檔。每篇的固定地址是 /articles/<id>/，段落為 #p<段號>；同一地址加 .txt 或 .json（如 /articles/<id>.txt）是純文字和數據。簡體版在 /zh-hans/ 之下。日期、報刊、版次只在原文載明時列出，沒有的就是不詳，引用時請照寫。版權屬原作者及原刊報章。`,
    '## 數據',
    [
      link('articles.jsonl', '/data/articles.jsonl', '全部文章，每行一篇'),
      link('articles.schema.json', '/data/articles.schema.json', '各欄位的說明'),
      link('articles.csv', '/data/articles.csv', '同上，表格'),
      link('articles.bib', '/data/articles.bib', '全部書目，BibTeX'),
      link('articles.ris', '/data/articles.ris', '全部書目，RIS'),
      link('feed.json', '/feed.json', '新近文章，JSON Feed'),
    ].join('\n'),
    '## 目錄',
    [
      link('文章', '/articles/', '全部文章'),
      link('作者', '/authors/', '按作者'),
      link('主題', '/topics/', '按主題'),
      link('欄目', '/series/', '按欄目'),
      link('來源', '/sources/', '原文逐行，註明成為哪篇文章的哪一段'),
    ].join('\n'),
    '## Optional',
    link('關於本站', '/about/', '如何還原、核對和引用'),
  ].join('\n\n');
  return new Response(`${text}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
