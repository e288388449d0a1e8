type Template = Electron.MenuItemConstructorOptions

export interface StandInMenuItem {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly submenu: StandInMenu | undefined
  readonly click: () => void
}

export class StandInMenu {
  readonly items: readonly StandInMenuItem[]

  static #application: StandInMenu | null = null

  static buildFromTemplate(template: readonly Template[]): StandInMenu {
    return new StandInMenu(template.map(toItem))
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.#application = menu
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.#application
  }

  constructor(items: readonly StandInMenuItem[]) {
    this.items = items
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found != null) return found
    }
    return null
  }
}

function toItem({ id, label, role, submenu, click, type }: Template): StandInMenuItem {
  if (type !== 'separator' && label === undefined && role === undefined)
    throw new Error('A menu item needs a label or a role.')
  return {
    id: id ?? '',
    label: label ?? role ?? '',
    role,
    submenu: Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : undefined,
    click: () => click?.(undefined as never, undefined, undefined as never),
  }
}
