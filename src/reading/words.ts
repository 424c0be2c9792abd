/** What the scripts of the article page say, in both scripts: pages themselves carry no words for what may never open. */
import type { Script } from '../text/script.ts';

export const traditional = {
  copy: '複製',
  copied: '已複製',
  notCopied: '未能複製，請選取文字後自行複製',
  download: '下載',
  copyLink: '複製連結',
  copyQuotation: '複製引文',
  selection: '選取的文字',
  linkOf: '已複製連結：',
  failed: '未能載入，請稍後再試',
  gbt7714: 'GB/T 7714—2025',
  hongKong: '香港格式',
  apa: 'APA',
  paragraph: '第{}段',
  size: '字號',
  writing: '版式',
  theme: '配色',
  small: '小',
  medium: '中',
  large: '大',
  largest: '特大',
  horizontal: '橫排',
  vertical: '直排',
  system: '隨系統',
  light: '日間',
  dark: '夜間',
  printed: '原文',
} as const;

/** Names of the words. */
export type Word = keyof typeof traditional;

export const simplified: Record<Word, string> = {
  copy: '复制',
  copied: '已复制',
  notCopied: '复制失败，请选中文字后自行复制',
  download: '下载',
  copyLink: '复制链接',
  copyQuotation: '复制引文',
  selection: '选中的文字',
  linkOf: '已复制链接：',
  failed: '加载失败，请稍后再试',
  gbt7714: 'GB/T 7714—2025',
  hongKong: '香港格式',
  apa: 'APA',
  paragraph: '第{}段',
  size: '字号',
  writing: '版式',
  theme: '配色',
  small: '小',
  medium: '中',
  large: '大',
  largest: '特大',
  horizontal: '横排',
  vertical: '直排',
  system: '随系统',
  light: '日间',
  dark: '夜间',
  printed: '原文',
};

/** The script of the page. */
export function pageScript(): Script {
  return document.documentElement.dataset.script === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant';
}

/** A word in the script of the page. */
export function say(word: Word): string {
  return (pageScript() === 'zh-Hans' ? simplified : traditional)[word];
}
