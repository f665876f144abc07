import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import zhCN from 'antd/es/locale/zh_CN';
import { useEffect, useState } from 'react';
import { queryClient } from './api.ts';
import { AppearanceProvider, useAppearance } from './appearance.tsx';
import { useLanguage } from './language.ts';
import { router } from './router.tsx';
import { themeOf } from './theme.ts';

/** The application: language, theme, server data and pages, in this order from the outside in. */
export function App() {
  return (
    <AppearanceProvider>
      <QueryClientProvider client={queryClient}>
        <Themed />
      </QueryClientProvider>
    </AppearanceProvider>
  );
}

function Themed() {
  const { mode } = useAppearance();
  return (
    <ConfigProvider theme={themeOf(mode)} locale={useAntLocale()} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}

/** antd's own words; English is fetched when it is first asked for */
function useAntLocale(): Locale {
  const language = useLanguage();
  const [locale, setLocale] = useState<Locale>(zhCN);
  useEffect(() => {
    let current = true;
    if (language === 'zh-CN') setLocale(zhCN);
    else import('antd/es/locale/en_US').then((m) => current && setLocale(m.default));
    return () => {
      current = false;
    };
  }, [language]);
  return locale;
}
