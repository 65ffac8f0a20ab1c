// @ts-check

/** @param {import('@calm-sdk/core').ExtensionContext} context */
export function activate(context) {
  const tolerance = Number(context.settings.tolerance);
  context.attributes.register('calm-examples.plain-border', {
    measure({ working }) {
      if (!working) return { status: 'not-measured', reason: 'it was given no picture' };
      const { data, width, height } = working;
      const sample = (x, y, channel) => data[(y * width + x) * 3 + channel];

      /** Lines from an edge inwards that are as one with the corner that they begin at. */
      const plain = (lines, length, at) => {
        for (let line = 0; line < lines; line++) {
          for (let place = 0; place < length; place++) {
            for (let channel = 0; channel < 3; channel++) {
              if (Math.abs(at(line, place, channel) - at(0, 0, channel)) > tolerance) return line;
            }
          }
        }
        return lines;
      };
      const left = plain(width, height, (line, place, of) => sample(line, place, of));
      if (left === width) return { status: 'not-measured', reason: 'the picture is one colour' };
      const right = plain(width, height, (line, place, of) => sample(width - 1 - line, place, of));
      const top = plain(height, width, (line, place, of) => sample(place, line, of));
      const bottom = plain(height, width, (line, place, of) =>
        sample(place, height - 1 - line, of),
      );

      const inside = ((width - left - right) * (height - top - bottom)) / (width * height);
      const value = 100 * (1 - inside);
      // A fifth of the frame is a fault that nobody overlooks.
      return { status: 'measured', value, score: Math.max(0, 1 - value / 40), confidence: 0.95 };
    },
  });
}
