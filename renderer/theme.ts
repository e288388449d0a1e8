import type { ThemeConfig } from 'antd'

/** The tokens of theme.css, for the component library; every text colour is at least 4.5 : 1 on its ground. */
const colours = {
  ink: '#1d2521',
  muted: '#5b655f',
  line: '#e3e7e4',
  edge: '#c9d1cc',
  ground: '#f5f7f5',
  brand: '#1b6b5a',
  red: '#b93a26',
  amber: '#8a5c00',
  blue: '#2a5d9f',
} as const

const fontFamily =
  '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC Variable", sans-serif'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.brand,
    colorLink: colours.brand,
    colorSuccess: colours.brand,
    colorError: colours.red,
    colorWarning: colours.amber,
    colorInfo: colours.blue,
    colorText: colours.ink,
    colorTextSecondary: colours.muted,
    colorTextTertiary: colours.muted,
    colorTextDescription: colours.muted,
    colorTextPlaceholder: colours.muted,
    colorBorder: colours.edge,
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    fontFamily,
    fontSize: 14,
    borderRadius: 8,
    controlHeight: 34,
    wireframe: false,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
    Table: { headerBg: '#fff', headerColor: colours.muted, cellPaddingBlockSM: 6 },
    Tabs: { horizontalItemGutter: 22 },
  },
}
