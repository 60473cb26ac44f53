<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>App</name>
  <message>
   <source>There is no display (DISPLAY and WAYLAND_DISPLAY are not set): no window.</source>
   <translation>Không có màn hình (chưa đặt DISPLAY hay WAYLAND_DISPLAY) nên không mở được cửa sổ.</translation>
  </message>
  <message>
   <source>Every view was drawn instead: {n} pictures in {folder}</source>
   <translation>Thay vào đó đã vẽ mọi khung xem: {n} ảnh trong {folder}</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>Report {period}</source>
   <translation>Báo cáo {period}</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Close {part}</source>
   <translation>Đóng khung {part}</translation>
  </message>
 </context>
 <context>
  <name>DropOverlay</name>
  <message>
   <source>Drop to open the library {name}</source>
   <translation>Thả để mở tủ {name}</translation>
  </message>
  <message>
   <source>This kind of file cannot be read: {kinds}</source>
   <translation>Không đọc được loại tệp này: {kinds}</translation>
  </message>
  <message>
   <source>The library is read-only; nothing can be imported</source>
   <translation>Tủ đang ở chế độ chỉ đọc, không nhập được</translation>
  </message>
  <message>
   <source>Drop to import {n} files and folders</source>
   <translation>Thả để nhập {n} tệp và thư mục vào tủ</translation>
  </message>
  <message>
   <source>Drop to import 1 file into the library</source>
   <translation>Thả để nhập 1 tệp vào tủ</translation>
  </message>
  <message>
   <source>Drop to import {n} files into the library</source>
   <translation>Thả để nhập {n} tệp vào tủ</translation>
  </message>
 </context>
 <context>
  <name>ExplainingWindow</name>
  <message>
   <source>New library</source>
   <translation>Tủ mới</translation>
  </message>
  <message>
   <source>Open library</source>
   <translation>Mở tủ</translation>
  </message>
  <message>
   <source>Libraries (*.tubaocao)</source>
   <translation>Tệp tủ (*.tubaocao)</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Thử lại</translation>
  </message>
  <message>
   <source>Open another library…</source>
   <translation>Mở tủ khác…</translation>
  </message>
  <message>
   <source>New library…</source>
   <translation>Tạo tủ mới…</translation>
  </message>
 </context>
 <context>
  <name>Finder</name>
  <message>
   <source>A command, a section, a report…</source>
   <translation>Lệnh, mục, báo cáo…</translation>
  </message>
  <message>
   <source>Go to… 2.3, du lịch, note 12, table 4</source>
   <translation>Đi tới… 2.3, du lịch, chú thích 12, bảng 4</translation>
  </message>
  <message>
   <source>Bookmarks</source>
   <translation>Dấu trang</translation>
  </message>
  <message>
   <source>place lost</source>
   <translation>mất neo</translation>
  </message>
  <message>
   <source>There are no bookmarks yet (Ctrl+D makes one)</source>
   <translation>Chưa có dấu trang nào (bấm Ctrl+D để đánh dấu)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Phím tắt</translation>
  </message>
  <message>
   <source>About Tủ Báo Cáo</source>
   <translation>Giới thiệu Tủ Báo Cáo</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
 </context>
 <context>
  <name>LibraryTasks</name>
  <message>
   <source>These are sample reports.</source>
   <translation>Đây là các báo cáo mẫu.</translation>
  </message>
  <message>
   <source>They were composed from published figures, to show what the program does.</source>
   <translation>Báo cáo mẫu được biên soạn từ số liệu đã công bố để xem thử chương trình.</translation>
  </message>
  <message>
   <source>Remove the samples</source>
   <translation>Bỏ mẫu đi</translation>
  </message>
  <message>
   <source>Keep them</source>
   <translation>Giữ lại</translation>
  </message>
  <message>
   <source>Remove “{name}” from the library?</source>
   <translation>Bỏ “{name}” khỏi tủ?</translation>
  </message>
  <message>
   <source>Its source file stays where it is and can be imported again.</source>
   <translation>Tệp gốc vẫn ở chỗ cũ và có thể nhập lại.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Bỏ khỏi tủ</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Giữ lại</translation>
  </message>
  <message>
   <source>The original file “{name}” is not there.</source>
   <translation>Không còn thấy tệp gốc “{name}”.</translation>
  </message>
  <message>
   <source>It lay at {path} when it was imported.</source>
   <translation>Lúc nhập, tệp nằm ở {path}.</translation>
  </message>
  <message>
   <source>The original file “{name}” has changed since it was imported.</source>
   <translation>Tệp gốc “{name}” đã thay đổi so với lúc nhập.</translation>
  </message>
  <message>
   <source>Import it again to see both versions.</source>
   <translation>Nhập lại tệp để xem cả hai bản.</translation>
  </message>
  <message>
   <source>The report was removed.</source>
   <translation>Đã bỏ báo cáo khỏi tủ.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Bookmarked.</source>
   <translation>Đã đánh dấu.</translation>
  </message>
  <message>
   <source>The bookmark was removed.</source>
   <translation>Đã bỏ dấu trang.</translation>
  </message>
  <message>
   <source>Read-only</source>
   <translation>Chỉ đọc</translation>
  </message>
  <message>
   <source>New library</source>
   <translation>Tủ mới</translation>
  </message>
  <message>
   <source>Open library</source>
   <translation>Mở tủ</translation>
  </message>
  <message>
   <source>Libraries (*.tubaocao)</source>
   <translation>Tệp tủ (*.tubaocao)</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Tủ</translation>
  </message>
  <message>
   <source>Indicators</source>
   <translation>Chỉ tiêu</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>Mục lục</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Tìm kiếm</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>Imports</source>
   <translation>Nhập báo cáo</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Internal failure: {kind}</source>
   <translation>Lỗi bên trong chương trình: {kind}</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Messages</source>
   <translation>Thông báo</translation>
  </message>
 </context>
 <context>
  <name>NoticeCard</name>
  <message>
   <source>Details</source>
   <translation>Chi tiết</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Sao chép</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Bỏ qua</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Saved {time}</source>
   <translation>Đã lưu {time}</translation>
  </message>
  <message>
   <source>Beginning of the report</source>
   <translation>Đầu báo cáo</translation>
  </message>
  <message>
   <source>Section {path}</source>
   <translation>Mục {path}</translation>
  </message>
  <message>
   <source>Section {path}, paragraph {n}/{all}</source>
   <translation>Mục {path}, đoạn {n}/{all}</translation>
  </message>
  <message>
   <source>Read-only</source>
   <translation>Chỉ đọc</translation>
  </message>
  <message>
   <source>Back to 100% (Ctrl+0)</source>
   <translation>Về 100% (Ctrl+0)</translation>
  </message>
  <message>
   <source>Zoom in percent</source>
   <translation>Cỡ chữ theo phần trăm</translation>
  </message>
  <message>
   <source>Size of the text</source>
   <translation>Cỡ chữ khi đọc</translation>
  </message>
  <message>
   <source>Switch the language</source>
   <translation>Đổi ngôn ngữ</translation>
  </message>
  <message>
   <source>The library that is open</source>
   <translation>Tủ đang mở</translation>
  </message>
 </context>
 <context>
  <name>Tabs</name>
  <message>
   <source>Views</source>
   <translation>Các thẻ</translation>
  </message>
  <message>
   <source>Close tab</source>
   <translation>Đóng tab</translation>
  </message>
 </context>
 <context>
  <name>Targets</name>
  <message>
   <source>Note {label}</source>
   <translation>Chú thích {label}</translation>
  </message>
  <message>
   <source>Table {number}</source>
   <translation>Bảng {number}</translation>
  </message>
 </context>
 <context>
  <name>ToolBar</name>
  <message>
   <source>Tools</source>
   <translation>Thanh công cụ</translation>
  </message>
  <message>
   <source>Find in the whole library…</source>
   <translation>Tìm cả tủ…</translation>
  </message>
  <message>
   <source>Find in the whole library</source>
   <translation>Tìm trong cả tủ</translation>
  </message>
 </context>
<context>
  <name>Errands</name>
  <message>
   <source>Figures of {section}</source>
   <translation>Số liệu của mục {section}</translation>
  </message>
  <message>
   <source>Notes of {section}</source>
   <translation>Chú thích của mục {section}</translation>
  </message>
</context>
<context>
  <name>Notices</name>
  <message>
   <source>Import a report first.</source>
   <translation>Hãy nhập một báo cáo trước.</translation>
  </message>
  <message>
   <source>The shelf is empty.</source>
   <translation>Tủ đang trống.</translation>
  </message>
</context>
<context>
  <name>ReadingBeside</name>
  <message>
   <source>Two panes</source>
   <translation>Hai ô đọc</translation>
  </message>
</context>
<context>
  <name>TwoPanes</name>
  <message>
   <source>Comparing the two reports…</source>
   <translation>Đang so hai báo cáo…</translation>
  </message>
  <message>
   <source>The other report has nothing that answers this place.</source>
   <translation>Báo cáo kia không có chỗ nào ứng với chỗ này.</translation>
  </message>
  <message>
   <source>Linked section by section</source>
   <translation>Đi cùng nhau theo mục</translation>
  </message>
  <message>
   <source>Match the other pane to this one</source>
   <translation>Khớp ô kia theo ô này</translation>
  </message>
  <message>
   <source>Report on the left</source>
   <translation>Báo cáo bên trái</translation>
  </message>
  <message>
   <source>Report on the right</source>
   <translation>Báo cáo bên phải</translation>
  </message>
</context>
</TS>
