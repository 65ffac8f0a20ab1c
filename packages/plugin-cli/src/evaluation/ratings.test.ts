import { describe, expect, it } from 'vitest';
import { ratingsText, readRatings, RatingsError } from './ratings.js';

describe('a list of ratings', () => {
  it('is understood by the usual names of columns', () => {
    const list = readRatings(
      '\ufefffilename,mean,n,category\r\na.jpg,5.5,97,Object\r\nb.jpg,2,80,Scene\r\n',
    );
    expect(list).toMatchObject({
      imageColumn: 'filename',
      scoreColumn: 'mean',
      rows: 2,
      problems: [],
    });
    expect(list.ratings).toEqual([
      { image: 'a.jpg', rating: 5.5, group: undefined },
      { image: 'b.jpg', rating: 2, group: undefined },
    ]);
  });

  it('is understood with semicolons and decimal commas', () => {
    expect(readRatings('Image Name;MOS\nx.png;3,25\n').ratings).toEqual([
      { image: 'x.png', rating: 3.25, group: undefined },
    ]);
  });

  it('averages the raters of a picture and keeps its group', () => {
    const text = 'rater,path,score,set\n1,a.jpg,6,x\n2,a.jpg,3,x\n1,"b, c.jpg",4,y\n';
    const list = readRatings(text, { groupColumn: 'set' });
    expect(list.ratings).toEqual([
      { image: 'a.jpg', rating: 4.5, group: 'x' },
      { image: 'b, c.jpg', rating: 4, group: 'y' },
    ]);
    expect(list.rows).toBe(3);
  });

  it('leaves out rows without a number and says which', () => {
    const list = readRatings('image,score\na.jpg,n/a\nb.jpg,4\n,5\n');
    expect(list.ratings).toHaveLength(1);
    expect(list.problems).toEqual(['line 2: "n/a" is not a number', 'line 4: no image']);
  });

  it.each([
    ['', /is empty/],
    [
      'a,b\n1,2\n',
      /no column that looks like the image\. Its first line names the columns a, b: say which with --image-column/,
    ],
    ['image,x\n1,2\n', /no column that looks like the score/],
    ['image,score\n"open', /is no CSV/],
    ['image,score\n', /has a heading and no ratings/],
  ])('that is none is refused: %j', (text, message) => {
    expect(() => readRatings(text)).toThrow(RatingsError);
    expect(() => readRatings(text)).toThrow(message);
  });

  it('is read in the encodings that spreadsheets save', () => {
    const text = 'image\tscore\ncafé.jpg\t2\n';
    const marked = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [Buffer.from(text), marked, Buffer.from(marked).swap16()]) {
      expect(readRatings(ratingsText(bytes)).ratings).toMatchObject([{ image: 'café.jpg' }]);
    }
    expect(() => ratingsText(Buffer.from(text, 'latin1'))).toThrow(/is not in UTF-8/);
  });

  it('has the columns that were named', () => {
    expect(
      readRatings('a,b\nx.jpg,2\n', { imageColumn: 'a', scoreColumn: 'b' }).ratings,
    ).toHaveLength(1);
    expect(() => readRatings('a,b\n', { imageColumn: 'c' })).toThrow(
      'has no column "c": it has a, b',
    );
  });
});
