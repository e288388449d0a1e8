import en from '#resources/locales/en/desktop.json' with { type: 'json' }
import zhCN from '#resources/locales/zh-CN/desktop.json' with { type: 'json' }

export type DesktopTexts = typeof zhCN

/** The shell's sentences in the system's language; the school's own where it is neither. */
export function desktopTexts(locale: string): DesktopTexts {
  return locale.toLowerCase().startsWith('en') ? en : zhCN
}

/** Puts values into a sentence, in the same `{{name}}` form as the renderer's texts. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}
