import { type ThemeConfig, theme } from 'antd';

/** Fonts that an officer's computer has: the system's own Chinese face before any download. */
export const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

type Tone = {
  primary: string;
  /** the ground of a primary button under the pointer: darker, so that its white words stay readable */
  pressed: string;
  link: string;
  page: string;
  surface: string;
  raised: string;
  text: string;
  quiet: string;
  faint: string;
  rule: string;
  ruleSoft: string;
  success: string;
  warning: string;
  error: string;
  /** grounds of notices and of what is chosen; antd would mix muddy ones from such dark tones */
  wash: { primary: string; hover: string; success: string; warning: string; error: string };
};

/** Ink blue on paper, and the same at night. The lamps' colours stand in app.css. */
const TONES: Record<'light' | 'dark', Tone> = {
  light: {
    primary: '#24527f',
    pressed: '#1d446b',
    link: '#24527f',
    page: '#f5f6f8',
    surface: '#ffffff',
    raised: '#ffffff',
    text: '#1d2733',
    quiet: '#556170',
    faint: '#6b7684',
    rule: '#d9dee5',
    ruleSoft: '#e8ebf0',
    success: '#1d7357',
    warning: '#9a6200',
    error: '#ad3328',
    wash: { primary: '#e6edf4', hover: '#f0f3f7', success: '#e2f0eb', warning: '#f8eed9', error: '#f8e5e2' },
  },
  dark: {
    primary: '#3f77ae',
    pressed: '#37699b',
    link: '#8db9e4',
    page: '#14181d',
    surface: '#1b2027',
    raised: '#222831',
    text: '#e4e8ee',
    quiet: '#aab4c1',
    faint: '#8f9aa8',
    rule: '#343c47',
    ruleSoft: '#2a313b',
    success: '#5cb796',
    warning: '#d9a441',
    error: '#ec7f72',
    wash: { primary: '#223141', hover: '#252c35', success: '#1c3229', warning: '#352b17', error: '#3a211f' },
  },
};

/** Our one theme on antd's tokens. */
export function themeOf(mode: 'light' | 'dark'): ThemeConfig {
  const tone = TONES[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: 14,
      lineHeight: 1.57,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      colorPrimary: tone.primary,
      colorPrimaryHover: tone.pressed,
      colorPrimaryActive: tone.pressed,
      colorInfo: tone.primary,
      colorLink: tone.link,
      colorSuccess: tone.success,
      colorWarning: tone.warning,
      colorError: tone.error,
      colorPrimaryBg: tone.wash.primary,
      colorPrimaryBgHover: tone.wash.primary,
      controlItemBgActive: tone.wash.primary,
      controlItemBgActiveHover: tone.wash.primary,
      controlItemBgHover: tone.wash.hover,
      colorInfoBg: tone.wash.primary,
      colorInfoBorder: tone.rule,
      colorSuccessBg: tone.wash.success,
      colorSuccessBorder: tone.rule,
      colorWarningBg: tone.wash.warning,
      colorWarningBorder: tone.rule,
      colorErrorBg: tone.wash.error,
      colorErrorBorder: tone.rule,
      colorBgLayout: tone.page,
      colorBgContainer: tone.surface,
      colorBgElevated: tone.raised,
      colorText: tone.text,
      colorTextHeading: tone.text,
      colorTextSecondary: tone.quiet,
      colorTextTertiary: tone.faint,
      colorTextDescription: tone.quiet,
      colorTextPlaceholder: tone.faint,
      colorBorder: tone.rule,
      colorBorderSecondary: tone.ruleSoft,
      boxShadow: '0 1px 3px rgb(16 24 40 / 10%)',
      boxShadowSecondary: '0 4px 16px rgb(16 24 40 / 14%)',
      boxShadowTertiary: 'none',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Card: { headerFontSize: 15 },
      Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingBlock: 10, cellPaddingInline: 12 },
      Tag: { defaultBg: 'transparent' },
      Tabs: { horizontalItemPadding: '10px 0', itemSelectedColor: tone.link, inkBarColor: tone.link },
    },
  };
}

/** The tone's colours for what draws outside CSS (charts, maps). */
export function toneOf(mode: 'light' | 'dark'): Tone {
  return TONES[mode];
}
