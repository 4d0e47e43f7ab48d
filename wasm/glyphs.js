// js-library: glyphs drawn by the browser with the fonts of this machine, for every character that
// no embedded font has. Costs no byte of download.

addToLibrary({
  $ZTG: {
    FAMILIES: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", ' +
      '"Noto Sans SC", "WenQuanYi Micro Hei", sans-serif',
    context: null,
    font: '',
    text: '',
    left: 0,
    top: 0,
    width: 0,
    height: 0,

    prepare: (sizePx, isBold) => {
      if (!ZTG.context) {
        const canvas = document.createElement('canvas');
        canvas.lang = 'zh-CN';  // Chinese forms of characters that Japanese draws otherwise
        // Without the hint every getImageData would be a round trip to the GPU.
        ZTG.context = canvas.getContext('2d', { willReadFrequently: true });
      }
      ZTG.font = `${isBold ? '600 ' : ''}${sizePx}px ${ZTG.FAMILIES}`;
      if (ZTG.context.font !== ZTG.font) ZTG.context.font = ZTG.font;
    },
  },

  zt_js_glyph_measure__deps: ['$ZTG'],
  zt_js_glyph_measure: (codePoint, sizePx, isBold, out) => {
    ZTG.prepare(sizePx, isBold);
    ZTG.text = String.fromCodePoint(codePoint);
    const box = ZTG.context.measureText(ZTG.text);
    ZTG.left = Math.floor(-box.actualBoundingBoxLeft);
    ZTG.top = Math.floor(-box.actualBoundingBoxAscent);
    ZTG.width = Math.max(0, Math.ceil(box.actualBoundingBoxRight) - ZTG.left);
    ZTG.height = Math.max(0, Math.ceil(box.actualBoundingBoxDescent) - ZTG.top);
    HEAPF64.set([ZTG.left, ZTG.top, ZTG.width, ZTG.height, box.width], out >> 3);
  },
  zt_js_glyph_draw__deps: ['$ZTG'],
  zt_js_glyph_draw: (alpha) => {
    const { context, width, height } = ZTG;
    if (context.canvas.width < width || context.canvas.height < height) {
      context.canvas.width = Math.max(context.canvas.width, width);
      context.canvas.height = Math.max(context.canvas.height, height);
      context.font = ZTG.font;  // a resized canvas forgets
    }
    context.clearRect(0, 0, width, height);
    context.fillText(ZTG.text, -ZTG.left, -ZTG.top);
    const pixels = context.getImageData(0, 0, width, height).data;
    for (let at = 0, end = width * height; at < end; at++) HEAPU8[alpha + at] = pixels[4 * at + 3];
  },
});
