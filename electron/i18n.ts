import { createInstance, type i18n } from 'i18next'
import enExports from '#resources/locales/en/exports.json' with { type: 'json' }
import enPlan from '#resources/locales/en/plan.json' with { type: 'json' }
import enRefusals from '#resources/locales/en/refusals.json' with { type: 'json' }
import enRoster from '#resources/locales/en/roster.json' with { type: 'json' }
import zhExports from '#resources/locales/zh-CN/exports.json' with { type: 'json' }
import zhPlan from '#resources/locales/zh-CN/plan.json' with { type: 'json' }
import zhRefusals from '#resources/locales/zh-CN/refusals.json' with { type: 'json' }
import zhRoster from '#resources/locales/zh-CN/roster.json' with { type: 'json' }

export type Language = 'zh-CN' | 'en'
type Params = Readonly<Record<string, string | number>>

const resources = {
  'zh-CN': { exports: zhExports, plan: zhPlan, refusals: zhRefusals, roster: zhRoster },
  en: { exports: enExports, plan: enPlan, refusals: enRefusals, roster: enRoster },
}

const texts: i18n = createInstance()
void texts.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources,
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** A sentence of the locale files, as `roster:held.id-damaged`. */
export function sentence(language: Language, key: string, params: Params = {}): string {
  return texts.t(key, { ...params, lng: language })
}
