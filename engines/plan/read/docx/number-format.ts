const DIGITS = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';

/** 1 → 一, 12 → 十二, 205 → 二百零五 (ordinary Chinese counting up to 9999). */
export function chineseNumber(n: number, digits = '零一二三四五六七八九', units = ['', '十', '百', '千']): string {
  if (n <= 0 || n > 9999) return String(n);
  const figures = String(n).split('').map(Number);
  let text = '';
  let gap = false;
  for (const [i, figure] of figures.entries()) {
    const unit = units[figures.length - 1 - i]!;
    if (figure === 0) gap = true;
    else {
      text += (gap && text ? digits[0] : '') + digits[figure]! + unit;
      gap = false;
    }
  }
  return n < 20 ? text.replace(`${digits[1]}${units[1]}`, units[1]!) : text;
}

function roman(n: number): string {
  const table: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = n;
  let text = '';
  for (const [value, sign] of table)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}

const letter = (n: number, base: string) =>
  String.fromCharCode(base.charCodeAt(0) + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

/** A number as ST_NumberFormat (ECMA-376 part 1, 17.18.59) writes it; unknown formats as decimal, bullets as nothing. */
export function formatNumber(n: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumber(n);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(n).replace(/\d/g, (d) => DIGITS[Number(d)]!);
    case 'chineseLegalSimplified':
      return chineseNumber(n, FORMAL, ['', '拾', '佰', '仟']);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n <= 20 ? String.fromCharCode(0x245f + n) : `(${n})`;
    case 'ideographEnclosedCircle':
      return n <= 10 ? String.fromCharCode(0x327f + n) : `(${chineseNumber(n)})`;
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[n - 1] ?? String(n);
    case 'numberInDash':
      return `- ${n} -`;
    case 'decimalEnclosedParen':
      return `(${n})`;
    case 'decimalEnclosedFullstop':
      return `${n}.`;
    case 'decimalFullWidth':
      return String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letter(n, 'A');
    case 'lowerLetter':
      return letter(n, 'a');
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? String(n);
    default:
      return String(n);
  }
}
