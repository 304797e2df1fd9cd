include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/agora_log)

install(TARGETS agora_log EXPORT agora_log_targets)
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT agora_log_targets NAMESPACE agora:: DESTINATION ${package_folder})
configure_package_config_file(
  cmake/agora_log-config.cmake.in agora_log-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(agora_log-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/agora_log-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/agora_log-config-version.cmake
  DESTINATION ${package_folder})
# Projects of this repository use the library where it was built.
export(EXPORT agora_log_targets NAMESPACE agora:: FILE ${CMAKE_CURRENT_BINARY_DIR}/agora_log_targets.cmake)
