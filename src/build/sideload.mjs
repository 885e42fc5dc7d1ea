/** How a manifest gets into the Excel of this machine, in steps a person follows. Pure. */

const WINDOWS = (folder) => `Windows 版 Excel（信任的网络共享目录）
  1. 新建一个文件夹，把 ${folder} 复制进去，右键文件夹 → 属性 → 共享，记下网络路径（如 \\\\本机名\\gouji）。
  2. Excel：文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录 →
     在“目录 URL”填网络路径 → 添加目录 → 勾选“在菜单中显示” → 确定，重新启动 Excel。
  3. Excel：开始（或插入）→ 加载项 → 高级（更多加载项）→ 共享文件夹 → 勾稽审核 → 添加。`;

const MAC = (manifest) => `Mac 版 Excel
  1. 在终端执行（文件夹不存在时会新建）：
     mkdir -p ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef
     cp "${manifest}" ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/
  2. 重新启动 Excel：开始 → 加载项 → 勾稽审核。`;

const WEB = (manifest) => `Excel 网页版
  1. 打开一个工作簿：开始（或插入）→ 加载项 → 更多加载项 → 我的加载项 → 上传我的加载项（有的租户关闭了此项，请问管理员）。
  2. 选择 ${manifest}，点“上传”。浏览器要先能打开 https://localhost:3000/taskpane.html 而不报证书错误。`;

const ENGLISH = {
  win32: (manifest) => `Excel on Windows: copy ${manifest} into a shared folder; File → Options → Trust Center → Trust Center Settings →
  Trusted Add-in Catalogs: add \\\\computer\\share, tick "Show in Menu", restart; Home → Add-ins → Advanced → SHARED FOLDER.`,
  darwin: (manifest) => `Excel on Mac: copy ${manifest} to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/ and restart Excel.`,
  web: (manifest) => `Excel on the web: Home → Add-ins → More Add-ins → My Add-ins → Upload My Add-in: ${manifest}.`,
};

/**
 * @param {string} platform process.platform
 * @param {string} manifest where the manifest is
 * @returns {string} the steps for this platform first, Excel on the web always
 */
export function sideloadSteps(platform, manifest) {
  const here = platform === 'win32' ? WINDOWS(manifest) : platform === 'darwin' ? MAC(manifest) : null;
  const english = [ENGLISH[platform === 'win32' || platform === 'darwin' ? platform : 'web'], ENGLISH.web];
  return [
    here ?? '这台机器的系统没有桌面版 Excel，可以用 Excel 网页版试用。',
    WEB(manifest),
    [...new Set(english)].map((say) => say(manifest)).join('\n'),
  ].join('\n\n');
}
