/** What can be seen of a unit by itself. */
import { type Byline, parseByline } from './byline.ts';
import type { Concord } from './concord.ts';
import { type Furniture, furnitureOf } from './furniture.ts';
import { headingsOf } from './heading.ts';
import type { Heading } from './heading-parts.ts';
import type { Unit } from './layout.ts';
import { isOpenedBySalute, isSalute, widestSalute } from './letters.ts';
import { Sieve } from './needs.ts';
import { cutRoles, mayBeRoles, roleScore } from './roles.ts';
import { authorsOfNote } from './signature.ts';
import {
  connective,
  type Ending,
  endingOf,
  hasHan,
  simplify,
  simplifyPattern,
  startsInside,
  withoutEnd,
} from './text.ts';

export type Features = {
  width: number;
  ending: Ending;
  /** Long enough, and without an end of its own, to have been torn from what follows. */
  torn: boolean;
  /** It begins with a mark that nothing can begin with. */
  startsInside: boolean;
  /** It ends with a semicolon, as a paragraph seldom does. */
  semicolon: boolean;
  /** A sentence ends before its end, with a full stop or semicolon. */
  innerSentence: boolean;
  /** … with a question or exclamation mark, as in headlines too. */
  innerCall: boolean;
  innerComma: boolean;
  /** Two or three parts with blanks between, as headlines have. */
  parts: number;
  colon: boolean;
  asks: boolean;
  /** There is a digit in it. */
  digit: boolean;
  /** （一） 1. 一、 • and their like at its start. */
  listed: boolean;
  /** It is short and begins with a number, and another line of the file with the next number or the one before. */
  counted: boolean;
  /** # - > 1. * at its start, as in plain-text notes: hardly the paper's own. */
  marked: boolean;
  /** Lines of that kind, or literal ones, stand above or below: it is a list, not a heading. */
  inList: boolean;
  /** A picture's credit or caption stands next to it. */
  nearPicture: boolean;
  /** It parts the halves of a torn text as a caption does, without any mark of one. */
  bareCaption: boolean;
  /** Somebody's words and nothing else, to the end of a sentence. */
  spoken: boolean;
  /** An address, a table row, code: complete without a sentence's end. */
  literal: boolean;
  /** It stands in brackets and ends with a number to call. */
  contact: boolean;
  /** 作者為… 本文作者是…: says who wrote, after the text. */
  authorNote: boolean;
  /** … and names a person, who is then the author. */
  notedAuthor: boolean;
  /** 編輯先生： and their like open a letter. */
  salutes: boolean;
  /** It begins with one, and goes on with the letter. */
  openedBySalute: boolean;
  /** How much the line reads as roles alone, the first or last line of a longer byline. */
  role: number;
  /** Nothing but what looks like a person's name. */
  bareName: boolean;
  /** The line above or below is a bare name, to which the roles of this line belong. */
  rolesOfNeighbour: boolean;
  byline: Byline | undefined;
  headings: Heading[];
  furniture: Furniture | undefined;
  /** The author of this line stands in another author line of the file too, one that is as good or better. */
  repeatsByline: boolean;
  /** It begins as sentences of a text do. */
  opens: boolean;
  /** 編按：, 導讀： and their like introduce the piece, before its text or its author. */
  introduces: boolean;
  /** It is of some length, and speaks of the piece, or of its authors as others. */
  ofItself: boolean;
  /** A word goes on from its end into the text below it, furniture apart, or must do so; hardly any subhead ends so. */
  cutBelow: boolean;
  /** … perhaps: a subhead makes a word with the text below it by chance, one in some hundreds. */
  perhapsCut: boolean;
  /** … from the text above it. */
  cutAbove: boolean;
  /** It stands in a list of headlines of texts that others sign elsewhere in the file. */
  listedHead: boolean;
  /** It stands further from the text above than the subheads of the page do. */
  apart: boolean;
  /** It stands below a rule that parts articles. */
  belowRule: boolean;
  /** The text above it was sent to another place of the page. */
  afterTurn: boolean;
  /** It names the author of the header around it, as another would. */
  namesAuthor: boolean;
  /** How much the file changes its subject here. */
  shift: number;
  /** How far the texts above it and those below are of the same. */
  concord: Concord | undefined;
};

const listMark = simplifyPattern(
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十][，、：]|\d{1,2}[.、．)）](?!\d)\s?|[•·・‧∙●○▪▫■□◆◇※►▶▸➤✓✔*＊\-—–>#]\s*\S)/u,
);
const literal =
  /https?:\/\/|www\.|[\w.+-]@[\w-]+\.\w|\|.*\||^[|｜].*[|｜]$|^(?:import|export)\b(?!\p{Script=Han})|^-{2,}/iu;
/** … with nothing but signs and Latin to its end. */
const code = /[\\{}<>=;][^\u4e00-\u9fff]*$/u;
/** Code that ends a line is looked for in so many characters at its end. */
const longestCode = 400;
const authorNote = simplifyPattern(
  /^[（(【[*＊※◆■●◎]?\s*(?:(?:本文|文章|本欄|此文|原文)?作者(?:簡介|介紹)?(?:\s*[：:]\s*|為|是|係|乃|現為|現任|曾任|分別(?:為|是)|[\u4e00-\u9fff]{2,4}(?:博士|教授|律師|醫生)?(?:為|是|係|現為|現任)(?!了))|筆者(?:為|是|係|乃|現為|現任)[^，。]{2,40}[）)。]?$)/u,
);

/** What introduces a piece has some words behind its mark. */
const shortestIntroduction = 8;
const introduction = simplifyPattern(
  /^(?:[（(【[]?(?:編按|編者按|編輯按|導語|導讀|引言|前言|按語|按|(?:核心|重點|內容|本文)?(?:提要|提示|要點)|內容摘要|摘要)[】\]]?\s*[：:]|[【[〔（(](?:編按|編者按|編輯按|導語|導讀|引言|前言|按語|內容提要|提要|摘要)[】\]〕）)])/u,
);

/** A text that speaks of the piece, or of its authors as others: standfirsts do. */
const ofItself = simplifyPattern(
  /本文|文中|下文|這篇文章|(?:[兩三]位|本文|文章)?作者(?!權)|[兩三]位(?:學者|教師|教育工作者|工程師|醫生|律師|議員|社工)|(?<!有)(?<!有.{1,2})(?:學者|專家|專業人員|從業員|工作者|前線人員|業者|過來人|資深\p{Script=Han}{2,4}|前隊員|教練|學會|專業人士)(?:指出|認為|呼籲|倡議|提出|建議|主張|力陳|直言|剖析|促請|細說)/u,
);

/** Words with which sentences of a text begin and of 2,500 subheads none: 筆者, 因此, 去年. */
const opening = simplifyPattern(
  /^(?:筆者|我們(?!的)|我(?![們的國])|本人|因此|其實|當然|可是|不過|然而|所以|如果|雖然|由於|去年|今年|上月|上周|早前|近日|日前)/u,
);

const mark = /^(?!\*[^*]{2,24}\*$)(?:[->*+]\s?|#+\s)\S|^[!-/:-@[-`{-~]+$/u;
/** Of one character each, so that they match where they may. */
const [stop, call, comma, colon, blank, digit] = [/[。；]/u, /[！？!?]/u, /，/u, /[：:]/u, /\s/u, /\d/u];
const sieve = new Sieve(
  [
    literal,
    code,
    mark,
    authorNote,
    listMark,
    introduction,
    ofItself,
    stop,
    call,
    comma,
    colon,
    blank,
    digit,
    opening,
  ],
  true,
);
/** Their places in it. */
const [literalAt, codeAt, markAt, authorNoteAt, listMarkAt, introductionAt, ofItselfAt] = [
  0, 1, 2, 3, 4, 5, 6,
];
const [stopAt, callAt, commaAt, colonAt, blankAt, digitAt, openingAt] = [7, 8, 9, 10, 11, 12, 13];

/** A pause within a text, other than that behind the number of an entry: 二、錯在哪裏. */
const pause = /[，。；]|(?<!^[一二三四五六七八九十]{1,2})、/u;
const spoken = /^(?:「[^「」]+[。！？]」|『[^『』]+[。！？]』|“[^“”]+[。！？]”)$/u;
/** A number to call, in brackets with what it is: no years from and to. */
const widestContact = 60;
const contact = /^[（(].*(?!\d{4}\s?[-–]\s?\d{4})\d[\d\s-]{6,12}[^\d。]{0,4}[）)]$/u;
const wholeBracket = /^[（(](.+)[）)]$/u;
const whose = /^\p{Script=Han}{2,4}[：:](?=.)/u;

/** What would be the roles of a line that is nothing but roles, in brackets or not, each perhaps with whose it is. */
function rolesIn(text: string): string[] {
  return text
    .replace(wholeBracket, '$1')
    .split(/\s+/u)
    .flatMap((part) => cutRoles(colon.test(part) ? part.replace(whose, '') : part));
}

/** How much a line reads as roles alone: as much as the least of them. */
function leastRole(text: string): number {
  let least = mayBeRoles(text) ? Number.POSITIVE_INFINITY : 0;
  if (least > 0) for (const role of rolesIn(text)) least = Math.min(least, roleScore(role));
  return least;
}

/** Parts of a line with blanks between that hold two Han characters or more. */
function partsOf(text: string, hasBlank: boolean): number {
  if (!hasBlank) return hasHan(text, 2) ? 1 : 0;
  return text.split(/\s+/u).filter((part) => hasHan(part, 2)).length;
}

/** The features of a unit by its own looks; what the rest of the page says of it is not yet in them. */
export function featuresOf(unit: Unit): Features {
  const { text, width } = unit;
  const ending = endingOf(text);
  const isShort = width <= 64 || (width <= 90 && ending !== 'sentence');
  sieve.look(text);
  const isNote =
    width <= 140 && ending !== 'colon' && sieve.may(authorNoteAt) && authorNote.test(simplify(text));
  const isLiteral =
    (sieve.may(literalAt) && literal.test(text)) ||
    (sieve.may(codeAt) && code.test(text.slice(-longestCode)));
  const isMarked = sieve.may(markAt) && mark.test(text);
  const hasCall = sieve.may(callAt);
  const inner = withoutEnd(text, '」』”）)');
  return {
    width,
    ending,
    torn:
      !isLiteral &&
      !isMarked &&
      (ending === 'comma' || (ending === 'open' && !isNote && (width >= 18 || pause.test(text)))),
    startsInside: startsInside.test(text),
    semicolon: text.endsWith('；') || text.endsWith(';'),
    innerSentence: sieve.may(stopAt) && /[。；](?=.)/u.test(inner),
    innerCall: hasCall && /[！？!?](?=.)/u.test(inner),
    innerComma: sieve.may(commaAt),
    parts: partsOf(text, sieve.may(blankAt)),
    colon: sieve.may(colonAt) && colon.test(text.slice(1, -1)),
    asks: hasCall && /[？！?!][」』”]?$/u.test(text),
    digit: sieve.may(digitAt),
    listed: sieve.may(listMarkAt) && listMark.test(simplify(text)),
    literal: isLiteral,
    counted: false,
    marked: isMarked,
    inList: false,
    nearPicture: false,
    bareCaption: false,
    spoken: spoken.test(text),
    contact: width <= widestContact && sieve.may(digitAt) && contact.test(text),
    authorNote: isNote,
    notedAuthor: isNote && authorsOfNote(text).length > 0,
    salutes: width <= widestSalute && isSalute(text),
    openedBySalute: width > widestSalute && isOpenedBySalute(text),
    role: isShort && ending !== 'sentence' ? leastRole(text) : 0,
    byline: isShort ? parseByline(text) : undefined,
    headings: isShort ? headingsOf(text) : [],
    furniture: width <= 120 ? furnitureOf(text) : undefined,
    rolesOfNeighbour: false,
    bareName: false,
    repeatsByline: false,
    opens:
      width > 5
        ? sieve.may(openingAt) && opening.test(simplify(text))
        : width < 3 && connective.test(simplify(text)),
    introduces:
      width >= shortestIntroduction && sieve.may(introductionAt) && introduction.test(simplify(text)),
    ofItself: width >= 24 && sieve.may(ofItselfAt) && ofItself.test(simplify(text)),
    cutBelow: false,
    perhapsCut: false,
    cutAbove: false,
    belowRule: false,
    afterTurn: false,
    apart: false,
    listedHead: false,
    namesAuthor: false,
    shift: 0,
    concord: undefined,
  };
}
