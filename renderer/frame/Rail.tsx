import { useTranslation } from 'react-i18next'
import { useRoute } from '#renderer/route'
import { railEntries } from './rail.ts'

export function Rail() {
  const { t } = useTranslation()
  const { page: current } = useRoute()
  return (
    <nav className="rail no-print" aria-label={t('common:rail')}>
      {railEntries.map(({ page, later }) => (
        <a
          key={page}
          href={`#/${page}`}
          className={later ? 'later' : ''}
          {...(page === current && { 'aria-current': 'page' as const })}
        >
          {t(`common:page.${page}`)}
          {later && <small>{t('common:later')}</small>}
        </a>
      ))}
    </nav>
  )
}
