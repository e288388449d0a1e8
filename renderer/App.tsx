import { ConfigProvider } from 'antd'
import enLibrary from 'antd/locale/en_US'
import zhLibrary from 'antd/locale/zh_CN'
import { useTranslation } from 'react-i18next'
import { Door } from '#renderer/door/Door'
import { theme } from '#renderer/theme'

/** The library puts its styles into the page and must sign them with the page's own nonce. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

export function App() {
  const { i18n } = useTranslation()
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      locale={i18n.language === 'en' ? enLibrary : zhLibrary}
      button={{ autoInsertSpace: false }}
    >
      <Door />
    </ConfigProvider>
  )
}
