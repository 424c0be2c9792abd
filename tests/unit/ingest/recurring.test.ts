import { describe, expect, it } from 'vitest';
import { RecurringLines } from '../../../scripts/ingest/archive/recurring.ts';

const [column, slip] = ['跨境通勤：深圳河兩岸的日常', '跨境通勒：深圳河兩岸的日常'];

describe('lines of headlines that come again', () => {
  it('are found over an article of another dump, in both spellings', () => {
    const lines = new RecurringLines();
    expect(lines.add('a.txt', [[column, '朝港晚深成常態 稅務社保要跟上']])).toEqual([]);
    expect(new Set(lines.add('b.txt', [['北上就醫漸成風 轉介紀錄要通行', slip]]))).toEqual(
      new Set([column, slip]),
    );
  });

  it('are none where an article is printed again', () => {
    const lines = new RecurringLines();
    const headline = ['一張空枱的重量', '教室窗外的孩子在想甚麼'];
    lines.add('a.txt', [headline]);
    expect(lines.add('b.txt', [headline.toReversed()])).toEqual([]);
  });

  it('are none within one dump, which is read with all its lines in view', () => {
    const lines = new RecurringLines();
    expect(
      lines.add('a.txt', [
        [column, '朝港晚深成常態'],
        [column, '北上就醫漸成風'],
      ]),
    ).toEqual([]);
  });
});
