<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Commands</name>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Tệp</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Xem</translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation>&amp;Đi</translation>
  </message>
  <message>
   <source>F&amp;ind</source>
   <translation>Tì&amp;m</translation>
  </message>
  <message>
   <source>&amp;Compare</source>
   <translation>&amp;So sánh</translation>
  </message>
  <message>
   <source>&amp;Indicators</source>
   <translation>&amp;Chỉ tiêu</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>Cô&amp;ng cụ</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>Trợ &amp;giúp</translation>
  </message>
  <message>
   <source>&amp;Open library…</source>
   <translation>&amp;Mở tủ…</translation>
  </message>
  <message>
   <source>&amp;New library…</source>
   <translation>&amp;Tạo tủ mới…</translation>
  </message>
  <message>
   <source>&amp;Import reports…</source>
   <translation>&amp;Nhập báo cáo…</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Nhập</translation>
  </message>
  <message>
   <source>Import a &amp;folder…</source>
   <translation>Nhập cả thư mụ&amp;c…</translation>
  </message>
  <message>
   <source>Open the o&amp;riginal file</source>
   <translation>Mở bản &amp;gốc</translation>
  </message>
  <message>
   <source>&amp;Close tab</source>
   <translation>Đón&amp;g tab</translation>
  </message>
  <message>
   <source>Reopen closed &amp;tab</source>
   <translation>Mở &amp;lại tab vừa đóng</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>T&amp;hoát</translation>
  </message>
  <message>
   <source>&amp;Shelf</source>
   <translation>&amp;Tủ</translation>
  </message>
  <message>
   <source>&amp;Refresh the shelf</source>
   <translation>Làm mới &amp;danh sách</translation>
  </message>
  <message>
   <source>&amp;Contents</source>
   <translation>&amp;Mục lục</translation>
  </message>
  <message>
   <source>&amp;Notes</source>
   <translation>&amp;Chú thích</translation>
  </message>
  <message>
   <source>Searc&amp;h</source>
   <translation>Tìm &amp;kiếm</translation>
  </message>
  <message>
   <source>&amp;Imports</source>
   <translation>&amp;Nhập báo cáo</translation>
  </message>
  <message>
   <source>Expand contents to level &amp;1</source>
   <translation>Mở mục lục đến cấp &amp;1</translation>
  </message>
  <message>
   <source>Expand contents to level &amp;2</source>
   <translation>Mở mục lục đến cấp &amp;2</translation>
  </message>
  <message>
   <source>Expand contents to level &amp;3</source>
   <translation>Mở mục lục đến cấp &amp;3</translation>
  </message>
  <message>
   <source>Expand contents to level &amp;4</source>
   <translation>Mở mục lục đến cấp &amp;4</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>&amp;Phóng to</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Th&amp;u nhỏ</translation>
  </message>
  <message>
   <source>Actual si&amp;ze</source>
   <translation>Cỡ 1&amp;00%</translation>
  </message>
  <message>
   <source>&amp;Live numbers</source>
   <translation>Số liệu &amp;sống</translation>
  </message>
  <message>
   <source>Theme: as the system</source>
   <translation>Giao diện: theo hệ thống</translation>
  </message>
  <message>
   <source>Theme: light</source>
   <translation>Giao diện: sáng</translation>
  </message>
  <message>
   <source>Theme: sepia</source>
   <translation>Giao diện: ngà</translation>
  </message>
  <message>
   <source>Theme: dark</source>
   <translation>Giao diện: tối</translation>
  </message>
  <message>
   <source>Theme: high contrast</source>
   <translation>Giao diện: tương phản cao</translation>
  </message>
  <message>
   <source>Next &amp;pane</source>
   <translation>&amp;Khung kế</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>Khung trước</translation>
  </message>
  <message>
   <source>Next tab</source>
   <translation>Tab dùng gần nhất</translation>
  </message>
  <message>
   <source>Tab on the right</source>
   <translation>Tab bên phải</translation>
  </message>
  <message>
   <source>Tab on the left</source>
   <translation>Tab bên trái</translation>
  </message>
  <message>
   <source>&amp;Full screen</source>
   <translation>T&amp;oàn màn hình</translation>
  </message>
  <message>
   <source>Restore the &amp;default layout</source>
   <translation>Khôi phục &amp;bố cục mặc định</translation>
  </message>
  <message>
   <source>&amp;Back</source>
   <translation>&amp;Trở lại</translation>
  </message>
  <message>
   <source>&amp;Forward</source>
   <translation>Tiế&amp;n</translation>
  </message>
  <message>
   <source>&amp;Go to section, note, table…</source>
   <translation>&amp;Đi tới mục, chú thích, bảng…</translation>
  </message>
  <message>
   <source>Go to in this &amp;report…</source>
   <translation>Đi tới trong &amp;báo cáo này…</translation>
  </message>
  <message>
   <source>&amp;Next note</source>
   <translation>&amp;Chú thích kế</translation>
  </message>
  <message>
   <source>&amp;Previous note</source>
   <translation>Chú thích t&amp;rước</translation>
  </message>
  <message>
   <source>&amp;Bookmark this place</source>
   <translation>Đánh &amp;dấu chỗ này</translation>
  </message>
  <message>
   <source>B&amp;ookmarks…</source>
   <translation>Dấu tran&amp;g…</translation>
  </message>
  <message>
   <source>&amp;Find in the report</source>
   <translation>&amp;Tìm trong báo cáo</translation>
  </message>
  <message>
   <source>Find &amp;next</source>
   <translation>Tìm &amp;kế</translation>
  </message>
  <message>
   <source>Find &amp;previous</source>
   <translation>Tìm t&amp;rước</translation>
  </message>
  <message>
   <source>Find in the whole &amp;library</source>
   <translation>Tìm trong &amp;cả tủ</translation>
  </message>
  <message>
   <source>Compare with the year &amp;before</source>
   <translation>So sánh với năm &amp;trước</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>So sánh</translation>
  </message>
  <message>
   <source>Read in t&amp;wo panes</source>
   <translation>Đọc hai ô &amp;cạnh nhau</translation>
  </message>
  <message>
   <source>&amp;Match the other pane to this one</source>
   <translation>&amp;Khớp ô kia theo ô này</translation>
  </message>
  <message>
   <source>&amp;Next change</source>
   <translation>Thay đổi &amp;kế</translation>
  </message>
  <message>
   <source>&amp;Previous change</source>
   <translation>Thay đổi t&amp;rước</translation>
  </message>
  <message>
   <source>&amp;Indicators over the years</source>
   <translation>&amp;Chỉ tiêu qua các năm</translation>
  </message>
  <message>
   <source>Indicators</source>
   <translation>Chỉ tiêu</translation>
  </message>
  <message>
   <source>&amp;Command palette…</source>
   <translation>&amp;Bảng lệnh…</translation>
  </message>
  <message>
   <source>Tiếng Việt</source>
   <translation>Tiếng Việt</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>&amp;Preferences…</source>
   <translation>&amp;Tùy chọn…</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation>&amp;Phím tắt</translation>
  </message>
  <message>
   <source>&amp;About Tủ Báo Cáo</source>
   <translation>&amp;Giới thiệu Tủ Báo Cáo</translation>
  </message>
 </context>
</TS>
