/** Lets a browser add the site as a search engine. */
import type { APIRoute } from 'astro';
import { pathTo, site } from '../site.ts';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

export const GET: APIRoute = ({ site: origin }) => {
  const absolute = (address: string) => new URL(pathTo('zh-Hant', address), origin).href;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(site.name)}</ShortName>
  <Description>${escaped(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>zh-Hant</Language>
  <Image width="16" height="16" type="image/svg+xml">${escaped(absolute('/favicon.svg'))}</Image>
  <Url type="text/html" template="${escaped(absolute('/search/'))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(body, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
};
