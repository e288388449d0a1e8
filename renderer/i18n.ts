import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { RefusalCode } from '#shared/core/refusals'
import enAttendance from '#resources/locales/en/attendance.json' with { type: 'json' }
import enCommon from '#resources/locales/en/common.json' with { type: 'json' }
import enDesktop from '#resources/locales/en/desktop.json' with { type: 'json' }
import enExports from '#resources/locales/en/exports.json' with { type: 'json' }
import enHours from '#resources/locales/en/hours.json' with { type: 'json' }
import enPeople from '#resources/locales/en/people.json' with { type: 'json' }
import enPlan from '#resources/locales/en/plan.json' with { type: 'json' }
import enRefusals from '#resources/locales/en/refusals.json' with { type: 'json' }
import enRoster from '#resources/locales/en/roster.json' with { type: 'json' }
import enSessions from '#resources/locales/en/sessions.json' with { type: 'json' }
import enVault from '#resources/locales/en/vault.json' with { type: 'json' }
import enWorkbench from '#resources/locales/en/workbench.json' with { type: 'json' }
import zhAttendance from '#resources/locales/zh-CN/attendance.json' with { type: 'json' }
import zhCommon from '#resources/locales/zh-CN/common.json' with { type: 'json' }
import zhDesktop from '#resources/locales/zh-CN/desktop.json' with { type: 'json' }
import zhExports from '#resources/locales/zh-CN/exports.json' with { type: 'json' }
import zhHours from '#resources/locales/zh-CN/hours.json' with { type: 'json' }
import zhPeople from '#resources/locales/zh-CN/people.json' with { type: 'json' }
import zhPlan from '#resources/locales/zh-CN/plan.json' with { type: 'json' }
import zhRefusals from '#resources/locales/zh-CN/refusals.json' with { type: 'json' }
import zhRoster from '#resources/locales/zh-CN/roster.json' with { type: 'json' }
import zhSessions from '#resources/locales/zh-CN/sessions.json' with { type: 'json' }
import zhVault from '#resources/locales/zh-CN/vault.json' with { type: 'json' }
import zhWorkbench from '#resources/locales/zh-CN/workbench.json' with { type: 'json' }

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** What happened, what is safe, what to do now: a refusal code without its sentences does not compile. */
type RefusalTexts = Readonly<
  Record<RefusalCode, { readonly message: string; readonly safe: string; readonly hint: string }>
>

const resources = {
  'zh-CN': {
    attendance: zhAttendance,
    common: zhCommon,
    desktop: zhDesktop,
    exports: zhExports,
    hours: zhHours,
    people: zhPeople,
    plan: zhPlan,
    refusals: zhRefusals satisfies RefusalTexts,
    roster: zhRoster,
    sessions: zhSessions,
    vault: zhVault,
    workbench: zhWorkbench,
  },
  en: {
    attendance: enAttendance,
    common: enCommon,
    desktop: enDesktop,
    exports: enExports,
    hours: enHours,
    people: enPeople,
    plan: enPlan,
    refusals: enRefusals satisfies RefusalTexts,
    roster: enRoster,
    sessions: enSessions,
    vault: enVault,
    workbench: enWorkbench,
  },
}

/** A cookie belongs to the host: another port, chosen at the next start, finds it again. */
const rememberedUnder = 'xuncheng-language'
const tenYearsS = 315_360_000

/** The language a person chose on this laptop, Chinese until then. */
export function rememberedLanguage(): Language {
  const remembered = languageIn(document.cookie) ?? localStorage.getItem(rememberedUnder)
  return languages.find((language) => language === remembered) ?? 'zh-CN'
}

/** The language that a page's cookies name, undefined when they name none. */
export function languageIn(cookies: string): Language | undefined {
  const found = cookies
    .split('; ')
    .map((pair) => pair.split('='))
    .find(([name]) => name === rememberedUnder)?.[1]
  return languages.find((language) => language === found)
}

function remember(language: Language): void {
  document.cookie = `${rememberedUnder}=${language}; Path=/; Max-Age=${tenYearsS}; SameSite=Strict`
  // The desktop's own pages have no cookies.
  localStorage.setItem(rememberedUnder, language)
}

/** The language of the screen now. */
export function currentLanguage(): Language {
  return languages.find((language) => language === i18next.language) ?? 'zh-CN'
}

/** Changes the language of every screen at once and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  remember(language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** Texts are in the page, so that no screen ever waits for them. */
export async function startTexts(): Promise<void> {
  const language = rememberedLanguage()
  document.documentElement.lang = language
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    ns: Object.keys(resources['zh-CN']),
    defaultNS: 'common',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}
