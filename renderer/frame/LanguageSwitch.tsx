import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeLanguage, currentLanguage } from '#renderer/i18n'

/** Offers the other language, in its own words. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const other = currentLanguage() === 'en' ? 'zh-CN' : 'en'
  return (
    <Button size="small" type="text" lang={other} onClick={() => void changeLanguage(other)}>
      {t('common:otherLanguage')}
    </Button>
  )
}
